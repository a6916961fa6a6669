import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { secondsIn } from './options';

/** The option for the age from which a delivery is refused. */
export const MAX_AGE = 'maxAge';
/** How the user knows that option. */
export const MAX_AGE_LABEL = 'Max Age (Seconds)';

interface AgeLimit {
	/** Infinity for any age. */
	maxAgeMs: number;
	/** The user wants it. */
	isChosen: boolean;
}

/**
 * How far the time of an event may be from now, in both directions.
 * @param usualSeconds the default
 * @throws ItemFailure when the option is not a number: it protects against copies, so it is not ignored
 */
export function ageLimitIn(context: IHookFunctions | IWebhookFunctions, usualSeconds: number): AgeLimit {
	const chosen = secondsIn(context, MAX_AGE, MAX_AGE_LABEL);
	const seconds = chosen ?? usualSeconds;
	return { maxAgeMs: seconds > 0 ? seconds * 1_000 : Infinity, isChosen: chosen !== undefined };
}
