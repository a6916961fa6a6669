import type { FunctionsBase, IWebhookFunctions } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import { triggerOf } from '../../shared/webhook/duplicates';
import { kaiCalls } from '../vendor';
import { Inquiries, newVainLooks } from './inquiries';
import type { Recent } from './recent';

const byTrigger = new Map<string, Inquiries>();

const vainByCredential = new Map<string, Recent>();

/** The triggers of a credential have one account, and one share of its limit. */
function vainLooksOf(context: IWebhookFunctions): Recent {
	const credential = context.getNode().credentials?.[kaiCalls.credential]?.id ?? '';
	const known = vainByCredential.get(credential) ?? newVainLooks(systemTime);
	vainByCredential.set(credential, known);
	return known;
}

/** The inquiries of a trigger in this process. */
export function inquiriesOf(context: IWebhookFunctions): Inquiries {
	const trigger = triggerOf(context);
	const known = byTrigger.get(trigger) ?? new Inquiries(systemTime, vainLooksOf(context));
	byTrigger.set(trigger, known);
	return known;
}

/** The trigger is switched off, or published anew. What was reported before is still looked for. */
export const dropInquiries = (context: Pick<FunctionsBase, 'getNode' | 'getWorkflow'>): boolean =>
	byTrigger.delete(triggerOf(context));
