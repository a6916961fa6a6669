import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { textList } from '../../shared/operations/readers';
import { labelOf } from '../../shared/values/label';
import { namedEvents } from '../../shared/webhook/namedEvents';
import { DOCUMENTED_EVENTS } from './events';

type Context = IHookFunctions | IWebhookFunctions;

const listIn = (context: Context, field: string): string[] => textList(context.getNodeParameter(field, []), labelOf(field.replace(/^filters\./, '')));

/** Whether KaiCalls reports to a webhook of the account, and not to the address that came with a call. */
export const isAccountMode = (context: Context): boolean => context.getNodeParameter('mode') === 'account';

/** Whether an event is checked with the API before it starts a run. Anything but the explicit choice against it means yes. */
export const isReadBack = (context: Context): boolean => context.getNodeParameter('verification', 'readBack') !== 'none';

/** Chosen and entered events together. */
export const chosenEvents = (context: Context): string[] =>
	namedEvents([...listIn(context, 'events'), ...listIn(context, 'customEvents')], 'Events', DOCUMENTED_EVENTS);

export const chosenAgents = (context: Context): string[] => listIn(context, 'filters.agents');

/** The chosen business; '' when the key reaches only one. */
export const chosenWorkspace = (context: Context): string =>
	String(context.getNodeParameter('workspaceId', '', { extractValue: true }) ?? '').trim();
