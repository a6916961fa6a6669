import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { textList } from '../../shared/operations/readers';
import type { Selection } from './events';

type Context = IHookFunctions | IWebhookFunctions;

const listIn = (context: Context, field: string): string[] => textList(context.getNodeParameter(field, []));

/** Chosen and entered events together. */
export const chosenEvents = (context: Context): string[] =>
	[...new Set([...listIn(context, 'events'), ...listIn(context, 'customEvents')])];

/** What the node's fields let through. */
export const readSelection = (context: IWebhookFunctions): Selection => ({
	events: chosenEvents(context),
	campaigns: listIn(context, 'filters.campaigns'),
	agents: listIn(context, 'filters.agents'),
});

/** Longest age of an event in milliseconds; undefined when any age will do. */
export function maxAgeOf(context: IWebhookFunctions): number | undefined {
	const seconds = Number(context.getNodeParameter('options.maxAge', 0));
	return seconds > 0 ? seconds * 1000 : undefined;
}

export const ignoresDuplicates = (context: IWebhookFunctions): boolean =>
	context.getNodeParameter('options.ignoreDuplicates', true) !== false;
