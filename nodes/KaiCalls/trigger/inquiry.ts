import type { FunctionsBase, IWebhookFunctions } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import { triggerOf } from '../../shared/webhook/duplicates';
import { Inquiries } from './inquiries';

const byTrigger = new Map<string, Inquiries>();

/** The inquiries of a trigger in this process. */
export function inquiriesOf(context: IWebhookFunctions): Inquiries {
	const trigger = triggerOf(context);
	const known = byTrigger.get(trigger) ?? new Inquiries(systemTime);
	byTrigger.set(trigger, known);
	return known;
}

/** The trigger is switched off, or published anew. What was reported before is still looked for. */
export const dropInquiries = (context: Pick<FunctionsBase, 'getNode' | 'getWorkflow'>): boolean => byTrigger.delete(triggerOf(context));
