import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { readIdText } from '../../shared/values/reading/id';
import { isBlank } from '../../shared/values/reading/nothing';
import { eventsChosenIn } from '../../shared/webhook/namedEvents';
import { narrowedTo } from '../../shared/webhook/narrowing';
import { DOCUMENTED_EVENTS } from './events';

type Context = IHookFunctions | IWebhookFunctions;

/** Whether KaiCalls reports to a webhook of the account, and not to the address that came with a call. */
export const isAccountMode = (context: Context): boolean => context.getNodeParameter('mode') === 'account';

/** Whether an event is checked with the API before it starts a run. Anything but the explicit choice against it means yes. */
export const isReadBack = (context: Context): boolean => context.getNodeParameter('verification', 'readBack') !== 'none';

/** Chosen and entered events together. */
export const chosenEvents = (context: Context): string[] => eventsChosenIn(context, DOCUMENTED_EVENTS);

export const chosenAgents = (context: Context): string[] => narrowedTo(context, 'agents');

/** The chosen business; '' when the key reaches only one. */
export function chosenWorkspace(context: Context): string {
	const chosen: unknown = context.getNodeParameter('workspaceId', '', { extractValue: true });
	return isBlank(chosen) ? '' : readIdText(chosen, { label: 'Workspace', timeZone: '' });
}
