import type { IWebhookFunctions } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import { zonedTimes } from '../../shared/values/zonedTimes';
import { isWithinTolerance } from '../../shared/webhook/timestamp';
import type { Reception, WholeDelivery } from '../../shared/webhook/reception';
import { secretOfTrigger } from '../../shared/webhook/registered';
import { fingerprintOf, isSignedWith } from '../../shared/webhook/signature';
import { reportIn } from '../ending/callReport';
import { kaiCalls } from '../vendor';
import { TEST_EVENT } from '../events';
import { eventOf, eventWord, isAmong, isOfAgent } from './events';
import { accountEventIdentity } from './identity';
import { personOf, withPerson } from './person';
import { chosenAgents, chosenEvents, includesLead, maxAgeMs } from './settings';

const SIGNATURE_HEADER = 'x-kaicalls-signature';
const TIMESTAMP_HEADER = 'x-kaicalls-timestamp';

const UNIX_SECONDS = /^\d{1,11}$/;

/**
 * Time of the signature, if it is KaiCalls' signature of time and bytes (docs/vendors/kaicalls.md#account-webhooks);
 * otherwise undefined.
 */
function signedAt({ headers, body }: WholeDelivery, secret: string): string | undefined {
	const timestamp = headers[TIMESTAMP_HEADER];
	if (typeof timestamp !== 'string' || !UNIX_SECONDS.test(timestamp)) return undefined;
	const payload = Buffer.concat([Buffer.from(`${timestamp}.`), body]);
	return isSignedWith(secret, payload, headers[SIGNATURE_HEADER]) ? timestamp : undefined;
}

/** An old signature may belong to a copied delivery. */
function isRecent(context: IWebhookFunctions, timestamp: string): boolean {
	const maxAge = maxAgeMs(context);
	if (maxAge === Infinity || isWithinTolerance(timestamp, maxAge, systemTime.now())) return true;
	context.logger.warn(
		'A signed delivery of KaiCalls started no run: its signature is older than Max Age of the trigger',
		{ timestamp },
	);
	return false;
}

/** How to receive deliveries of the account webhook. */
export const accountReception: Reception = {
	vendorName: kaiCalls.name,
	isGenuine(context, delivery) {
		const timestamp = signedAt(delivery, secretOfTrigger(context));
		return timestamp !== undefined && isRecent(context, timestamp);
	},
	eventOf,
	isWanted(context, { agent_id }, event) {
		if (event === undefined) return false;
		const isTried = context.getMode() === 'manual' && eventWord(event) === eventWord(TEST_EVENT);
		return isTried || (isAmong(chosenEvents(context), event) && isOfAgent(chosenAgents(context), agent_id));
	},
	async itemOf(context, body) {
		const item = includesLead(context) ? withPerson(await personOf(context, reportIn(body)), body) : body;
		return zonedTimes(item, context.getTimezone());
	},
	identityOf: (context, body) =>
		fingerprintOf(secretOfTrigger(context), accountEventIdentity(eventOf(body) ?? '', body)),
};
