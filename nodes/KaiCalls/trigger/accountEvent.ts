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
import { secretOf } from '../../shared/webhook/registration';
import { fingerprintOf, isSignedWith } from '../../shared/webhook/signature';
import { kaiCalls } from '../vendor';
import { eventOf, isOfAgent } from './events';
import { chosenAgents, chosenEvents } from './settings';

const SIGNATURE_HEADER = 'x-kaicalls-signature';
const TIMESTAMP_HEADER = 'x-kaicalls-timestamp';

/** How far the signed time may be from now, either way. */
const WINDOW_MS = 300_000;

const UNIX_SECONDS = /^\d{1,11}$/;

/** Signed over the time and the bytes, and lately (apis/kaicalls.md 4.2, C3). */
function isGenuine({ headers }: Delivery, body: Buffer, secret: string): boolean {
	const timestamp = headers[TIMESTAMP_HEADER];
	if (typeof timestamp !== 'string' || !UNIX_SECONDS.test(timestamp)) return false;
	const payload = Buffer.concat([Buffer.from(`${timestamp}.`), body]);
	return isSignedWith(secret, payload, headers[SIGNATURE_HEADER]) && isFresh(timestamp, WINDOW_MS, systemTime.now());
}

function isWanted(context: IWebhookFunctions, body: IDataObject): boolean {
	const event = eventOf(body);
	const isChosen = event !== undefined && chosenEvents(context).includes(event);
	return isChosen && isOfAgent(chosenAgents(context), body.agent_id);
}

/** A call of the account webhook. What KaiCalls did not sign, or long ago, gets 401; what it signed 200, run or no run, unless it cannot be read. */
export async function receiveAccountEvent(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const secret = secretOf(this.getWorkflowStaticData('node'));
	const delivery = await readDelivery(this);
	if (!delivery.body || !isGenuine(delivery, delivery.body, secret)) return refuseDelivery(this);

	const body = jsonObjectOf(delivery);
	if (!body) return returnUnreadable(this, kaiCalls.name, delivery);
	if (eventOf(body) === undefined) return acceptNameless(this, kaiCalls.name);
	if (!isWanted(this, body)) return acceptDelivery(this);
	if (!isFirstDelivery(this, fingerprintOf(secret, delivery.body))) return acceptDelivery(this);
	return startRun(this, body);
}
