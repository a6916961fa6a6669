import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import {
	acceptDelivery,
	acceptNameless,
	jsonObjectOf,
	readDelivery,
	refuseDelivery,
	returnUnreadable,
	startRun,
	type Delivery,
} from '../../shared/webhook/delivery';
import { isFresh } from '../../shared/webhook/freshness';
import { isFirstDelivery } from '../../shared/webhook/duplicates';
import { ignoresDuplicates } from '../../shared/webhook/options';
import { secretOf } from '../../shared/webhook/registration';
import { fingerprintOf, isSignedWith } from '../../shared/webhook/signature';
import { kaiCalls } from '../vendor';
import { eventOf, isOfAgent } from './events';
import { accountEventIdentity } from './identity';
import { chosenAgents, chosenEvents, maxAgeMs } from './settings';

const SIGNATURE_HEADER = 'x-kaicalls-signature';
const TIMESTAMP_HEADER = 'x-kaicalls-timestamp';

const UNIX_SECONDS = /^\d{1,11}$/;

/** When it was signed, as KaiCalls says in a signature over the time and the bytes (apis/kaicalls.md 4.2, C3); undefined when KaiCalls did not. */
function signedAt({ headers }: Delivery, body: Buffer, secret: string): string | undefined {
	const timestamp = headers[TIMESTAMP_HEADER];
	if (typeof timestamp !== 'string' || !UNIX_SECONDS.test(timestamp)) return undefined;
	const payload = Buffer.concat([Buffer.from(`${timestamp}.`), body]);
	return isSignedWith(secret, payload, headers[SIGNATURE_HEADER]) ? timestamp : undefined;
}

/** Genuine, but perhaps a copy. */
function refuseStale(context: IWebhookFunctions, timestamp: string): IWebhookResponseData {
	context.logger.warn('A signed delivery of KaiCalls started no run: it was signed longer ago than Max Age of the trigger allows', { timestamp });
	return refuseDelivery(context);
}

const isWanted = (context: IWebhookFunctions, event: string, body: IDataObject): boolean =>
	chosenEvents(context).includes(event) && isOfAgent(chosenAgents(context), body.agent_id);

/** A call of the account webhook. What KaiCalls did not sign, or long ago, gets 401; what it signed 200, run or no run, unless it cannot be read. */
export async function receiveAccountEvent(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const secret = secretOf(this.getWorkflowStaticData('node'));
	const delivery = await readDelivery(this);
	const timestamp = delivery.body && signedAt(delivery, delivery.body, secret);
	if (timestamp === undefined) return refuseDelivery(this);
	const maxAge = maxAgeMs(this);
	if (maxAge !== Infinity && !isFresh(timestamp, maxAge, systemTime.now())) return refuseStale(this, timestamp);

	const body = jsonObjectOf(delivery);
	if (!body) return returnUnreadable(this, kaiCalls.name, delivery);
	const event = eventOf(body);
	if (event === undefined) return acceptNameless(this, kaiCalls.name);
	if (!isWanted(this, event, body)) return acceptDelivery(this);
	const isRepeated = ignoresDuplicates(this) && !isFirstDelivery(this, fingerprintOf(secret, accountEventIdentity(event, body)));
	return isRepeated ? acceptDelivery(this) : startRun(this, body);
}
