import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { eventsChosenIn } from '../../shared/webhook/namedEvents';
import { narrowedTo } from '../../shared/webhook/narrowing';
import { answerIn } from '../../shared/values/reading/yesNo';
import { secondsIn } from '../../shared/webhook/options';
import { KNOWN_EVENTS } from '../events';
import type { Selection } from './selection';

type Context = IHookFunctions | IWebhookFunctions;

/** The user's selection of events. */
export const readSelection = (context: Context): Selection => ({
	events: eventsChosenIn(context, KNOWN_EVENTS),
	campaigns: narrowedTo(context, 'filters.campaigns'),
	agents: narrowedTo(context, 'filters.agents'),
});

/** One day: Kakiyo repeats deliveries within seconds, but no document says how late it learns of an event on LinkedIn. */
const USUAL_MAX_AGE_S = 86_400;

export const MAX_AGE_LABEL = 'Max Age (Seconds)';

interface AgeLimit {
	/** Infinity: any age. */
	maxAgeMs: number;
	/** The user chose the limit, so it also applies to events without a time. */
	isChosen: boolean;
}

/**
 * How old an event may be, by its own timestamp.
 * @throws ItemFailure if the option is no number: it protects against replays, so it is not skipped
 */
export function ageLimitOf(context: Context): AgeLimit {
	const chosen = secondsIn(context, 'maxAge', MAX_AGE_LABEL);
	const seconds = chosen ?? USUAL_MAX_AGE_S;
	return { maxAgeMs: seconds > 0 ? seconds * 1_000 : Infinity, isChosen: chosen !== undefined };
}

/** True unless the user turned it off. */
export const isSimplified = (context: IWebhookFunctions): boolean =>
	answerIn(context.getNodeParameter('simplify', true)) !== false;

export const includesProspect = (context: IWebhookFunctions): boolean =>
	answerIn(context.getNodeParameter('options.includeProspect', false)) === true;
