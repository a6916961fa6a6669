import type { FunctionsBase, IWebhookFunctions } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import { triggerOf } from '../../shared/webhook/duplicates';
import { kaiCalls } from '../vendor';
import { CallChecks, newVainLooks } from './callChecks';
import type { ExpiringSet } from './expiringSet';

const byTrigger = new Map<string, CallChecks>();

const vainByCredential = new Map<string, ExpiringSet>();

/** The triggers of a credential have one account, and one share of its limit. */
function vainLooksOf(context: IWebhookFunctions): ExpiringSet {
	const credential = context.getNode().credentials?.[kaiCalls.credential]?.id ?? '';
	const known = vainByCredential.get(credential) ?? newVainLooks(systemTime);
	vainByCredential.set(credential, known);
	return known;
}

/** The callChecks of a trigger in this process. */
export function callChecksOf(context: IWebhookFunctions): CallChecks {
	const trigger = triggerOf(context);
	const known = byTrigger.get(trigger) ?? new CallChecks(systemTime, vainLooksOf(context));
	byTrigger.set(trigger, known);
	return known;
}

/** The trigger is switched off, or published anew. What was reported before is still looked for. */
export const dropCallChecks = (context: Pick<FunctionsBase, 'getNode' | 'getWorkflow'>): boolean =>
	byTrigger.delete(triggerOf(context));
