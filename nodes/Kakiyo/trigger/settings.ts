import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { eventsChosenIn } from '../../shared/webhook/namedEvents';
import { narrowedTo } from '../../shared/webhook/narrowing';
import { answerIn } from '../../shared/values/reading/yesNo';
import { secondsIn } from '../../shared/webhook/options';
import { KNOWN_EVENTS } from '../events';
import type { Selection } from './selection';

type Context = IHookFunctions | IWebhookFunctions;

/** What the node's fields let through. */
export const readSelection = (context: Context): Selection => ({
	events: eventsChosenIn(context, KNOWN_EVENTS),
	campaigns: narrowedTo(context, 'filters.campaigns'),
	agents: narrowedTo(context, 'filters.agents'),
});

/** A day: Kakiyo repeats a delivery within seconds, but no document says how late it hears of an event on LinkedIn. */
const USUAL_MAX_AGE_S = 86_400;

export const MAX_AGE_LABEL = 'Max Age (Seconds)';

interface AgeLimit {
	/** Infinity when any age will do. */
	maxAgeMs: number;
	/** The user wants it, also of events that do not tell their time. */
	isChosen: boolean;
}

/**
 * How old an event may be, by its own timestamp.
 * @throws ItemFailure when the option is no number: it protects against copies, so it is not passed over
 */
export function ageLimitOf(context: Context): AgeLimit {
	const chosen = secondsIn(context, 'maxAge', MAX_AGE_LABEL);
	const seconds = chosen ?? USUAL_MAX_AGE_S;
	return { maxAgeMs: seconds > 0 ? seconds * 1_000 : Infinity, isChosen: chosen !== undefined };
}

/** Anything but the explicit choice against it means yes. */
export const isSimplified = (context: IWebhookFunctions): boolean =>
	answerIn(context.getNodeParameter('simplify', true)) !== false;

export const includesProspect = (context: IWebhookFunctions): boolean =>
	answerIn(context.getNodeParameter('options.includeProspect', false)) === true;
