import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { textList } from '../../shared/operations/readers';
import { labelOf } from '../../shared/values/label';
import { namedEvents } from '../../shared/webhook/namedEvents';
import { ALL_EVENTS, DOCUMENTED_EVENTS, type Selection } from './events';

type Context = IHookFunctions | IWebhookFunctions;

const listIn = (context: Context, field: string): string[] => textList(context.getNodeParameter(field, []), labelOf(field.replace(/^filters\./, '')));

/** Chosen and entered events together. */
export const chosenEvents = (context: Context): string[] =>
	namedEvents([...listIn(context, 'events'), ...listIn(context, 'customEvents')], 'Events', [{ name: 'All Events', value: ALL_EVENTS }, ...DOCUMENTED_EVENTS]);

/** What the node's fields let through. */
export const readSelection = (context: IWebhookFunctions): Selection => ({
	events: chosenEvents(context),
	campaigns: listIn(context, 'filters.campaigns'),
	agents: listIn(context, 'filters.agents'),
});

/** A day: Kakiyo repeats a delivery within seconds, but no document says how late it hears of an event on LinkedIn. */
const USUAL_MAX_AGE_S = 86_400;

interface AgeLimit {
	/** Infinity when any age will do. */
	maxAgeMs: number;
	/** The user wants it, also of events that do not tell their time. */
	isChosen: boolean;
}

/** How old an event may be, by its own timestamp. */
export function ageLimitOf(context: IWebhookFunctions): AgeLimit {
	const chosen: unknown = context.getNodeParameter('options.maxAge', '');
	const isChosen = chosen !== '';
	const seconds = isChosen ? Number(chosen) : USUAL_MAX_AGE_S;
	return { maxAgeMs: seconds > 0 ? seconds * 1_000 : Infinity, isChosen };
}

export const ignoresDuplicates = (context: IWebhookFunctions): boolean =>
	context.getNodeParameter('options.ignoreDuplicates', true) !== false;
