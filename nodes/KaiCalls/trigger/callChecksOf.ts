import type { FunctionsBase, IWebhookFunctions } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import { triggerOf } from '../../shared/webhook/duplicates';
import { kaiCalls } from '../vendor';
import { CallChecks, newVainLooks } from './callChecks';
import type { ExpiringSet } from './expiringSet';

const byTrigger = new Map<string, CallChecks>();

const vainByCredential = new Map<string, ExpiringSet>();

/** All triggers with the same credential belong to one account and share one limit. */
function vainLooksOf(context: IWebhookFunctions): ExpiringSet {
	const credential = context.getNode().credentials?.[kaiCalls.credential]?.id ?? '';
	const known = vainByCredential.get(credential) ?? newVainLooks(systemTime);
	vainByCredential.set(credential, known);
	return known;
}

/** The checks of a trigger in this process. */
export function callChecksOf(context: IWebhookFunctions): CallChecks {
	const trigger = triggerOf(context);
	const known = byTrigger.get(trigger) ?? new CallChecks(systemTime, vainLooksOf(context));
	byTrigger.set(trigger, known);
	return known;
}

/** For a trigger that is switched off or published again. Checks of earlier reports continue. */
export const dropCallChecks = (context: Pick<FunctionsBase, 'getNode' | 'getWorkflow'>): boolean =>
	byTrigger.delete(triggerOf(context));
