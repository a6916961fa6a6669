import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import { timestampToMs, isWithinTolerance } from '../../shared/webhook/timestamp';
import type { Reception } from '../../shared/webhook/reception';
import { secretOfTrigger } from '../../shared/webhook/registered';
import { fingerprintOf, isSignedWith } from '../../shared/webhook/signature';
import { zonedTimes } from '../../shared/values/zonedTimes';
import { isSelected } from './selection';
import { eventIdentity } from './identity';
import { kakiyo } from '../vendor';
import { personOf } from './person';
import { ageLimitOf, includesProspect, isSimplified, readSelection } from './settings';
import { simplifyEvent } from './simplify';

const SIGNATURE_HEADER = 'x-kakiyo-signature';

/** Too old or too new: may be a replay of an earlier delivery, because the signature has no timestamp. */
function isStale(context: IWebhookFunctions, { event, timestamp }: IDataObject): boolean {
	const { maxAgeMs, isChosen } = ageLimitOf(context);
	if (maxAgeMs === Infinity || (!isChosen && timestampToMs(timestamp) === undefined)) return false;
	if (isWithinTolerance(timestamp, maxAgeMs, systemTime.now())) return false;
	context.logger.warn('A Kakiyo event started no run: its timestamp is outside Max Age of the trigger', {
		event,
		timestamp,
	});
	return true;
}

/**
 * How to receive Kakiyo's deliveries (docs/vendors/kakiyo.md#deliveries). After four refusals in a row, Kakiyo switches
 * the webhook off.
 */
export const reception: Reception = {
	vendorName: kakiyo.name,
	isGenuine: (context, { headers, body }) => isSignedWith(secretOfTrigger(context), body, headers[SIGNATURE_HEADER]),
	eventOf: ({ event }) => (typeof event === 'string' ? event : undefined),
	isWanted: (context, body, event) =>
		event !== undefined && isSelected(body, readSelection(context)) && !isStale(context, body),
	async itemOf(context, body) {
		const person = includesProspect(context) ? await personOf(context, body) : undefined;
		if (!isSimplified(context)) return person ? { ...body, prospect: person } : body;
		return zonedTimes(simplifyEvent(body, person), context.getTimezone());
	},
	identityOf: (context, body) => fingerprintOf(secretOfTrigger(context), eventIdentity(body)),
};
