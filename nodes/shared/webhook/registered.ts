import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { markStaticData } from '../memory/staticData';
import { triggerOf } from './duplicates';
import { secretOf } from './registration';

/**
 * The static data of triggers that this process has registered. n8n saves it only when all webhooks of a workflow are
 * registered, and a vendor may deliver before.
 */
const registered = new Map<string, IDataObject>();

/** For a trigger whose webhook is registered; "Listen for test event" has static data of its own. */
export function keepRegistered(context: IHookFunctions): void {
	if (context.getMode() !== 'manual') registered.set(triggerOf(context), { ...context.getWorkflowStaticData('node') });
}

/** For a trigger that is switched off. */
export const dropRegistered = (context: IHookFunctions): boolean => registered.delete(triggerOf(context));

/**
 * The signing secret of a trigger's deliveries, '' when there is none. Static data that n8n has not saved yet is
 * completed, as n8n may save it with this delivery.
 */
export function secretOfTrigger(context: IWebhookFunctions): string {
	const data = context.getWorkflowStaticData('node');
	const own = registered.get(triggerOf(context));
	if (secretOf(data) === '' && own && context.getMode() !== 'manual') {
		Object.assign(data, own);
		markStaticData(context);
	}
	return secretOf(data);
}
