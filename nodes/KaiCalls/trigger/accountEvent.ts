import type { IWebhookFunctions } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import { isFresh } from '../../shared/webhook/freshness';
import type { Reception, WholeDelivery } from '../../shared/webhook/reception';
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
function isGenuine({ headers, body }: WholeDelivery, secret: string): boolean {
	const timestamp = headers[TIMESTAMP_HEADER];
	if (typeof timestamp !== 'string' || !UNIX_SECONDS.test(timestamp)) return false;
	const payload = Buffer.concat([Buffer.from(`${timestamp}.`), body]);
	return isSignedWith(secret, payload, headers[SIGNATURE_HEADER]) && isFresh(timestamp, WINDOW_MS, systemTime.now());
}

const secretFor = (context: IWebhookFunctions): string => secretOf(context.getWorkflowStaticData('node'));

/** Deliveries of the account webhook. */
export const accountReception: Reception = {
	vendorName: kaiCalls.name,
	isGenuine: (context, delivery) => isGenuine(delivery, secretFor(context)),
	eventOf,
	isWanted: (context, { agent_id }, event) =>
		event !== undefined && chosenEvents(context).includes(event) && isOfAgent(chosenAgents(context), agent_id),
	identityOf: (context, _, { body }) => fingerprintOf(secretFor(context), body),
};
