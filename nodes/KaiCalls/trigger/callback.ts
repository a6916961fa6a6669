import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import { acceptDelivery, jsonObjectOf, postponeDelivery, readDelivery, startRun } from '../../shared/webhook/delivery';
import { isFirstDelivery, wasDelivered } from '../../shared/webhook/duplicates';
import { CONFIRMABLE, type Report } from './confirmation';
import { eventOf } from './events';
import { readBack } from './readBack';
import { chosenAgents, chosenEvents, isReadBack } from './settings';

/** An ID as no document limits it, but nothing that only looks like one. */
const CALL_ID = /^[\w.:-]{1,128}$/;

function reportOf(body: IDataObject): Report | undefined {
	const event = eventOf(body);
	const { call_id: callId } = body;
	if (event === undefined || typeof callId !== 'string' || !CALL_ID.test(callId)) return undefined;
	return { event, callId };
}

/** KaiCalls documents no second try, but whoever makes one finds the API back, perhaps. */
function postpone(context: IWebhookFunctions, reason: unknown): IWebhookResponseData {
	context.logger.warn('A callback of KaiCalls came, but its call could not be read', {
		reason: reason instanceof Error ? reason.message : '',
	});
	return postponeDelivery(context);
}

/**
 * When to answer at the latest. A read-back takes longer when others have used up the limit of the key; then it goes on after the
 * answer, and starts its run all the same.
 */
const ANSWER_WITHIN_MS = 4_000;

/** Stands for a report in the memory of duplicates. */
const fingerprintOf = ({ event, callId }: Report): string => JSON.stringify([event, callId]);

/**
 * A report that nobody signed starts a run when the API confirms it, and the run gets what the API says. Whatever is not
 * confirmed gets the same answer as what is, so that nobody learns from it which calls there are.
 */
async function receiveConfirmed(context: IWebhookFunctions, body: IDataObject): Promise<IWebhookResponseData> {
	const report = reportOf(body);
	if (!report || !CONFIRMABLE.includes(report.event) || !chosenEvents(context).includes(report.event)) return acceptDelivery(context);
	const fingerprint = fingerprintOf(report);
	if (wasDelivered(context, fingerprint)) return acceptDelivery(context);

	const reading = readBack(context, report, chosenAgents(context)).then(
		(call) => ({ call }),
		(reason: unknown) => ({ reason }),
	);
	const inTime = await Promise.race([reading, systemTime.sleep(ANSWER_WITHIN_MS)]);
	if (!inTime) acceptDelivery(context);
	const found = inTime ?? (await reading);
	if ('reason' in found) return postpone(context, found.reason);
	if (!found.call || !isFirstDelivery(context, fingerprint)) return acceptDelivery(context);
	return startRun(context, { event: report.event, ...found.call });
}

/** The user's explicit choice. */
function receiveUnverified(context: IWebhookFunctions, body: IDataObject): IWebhookResponseData {
	const event = eventOf(body);
	if (event === undefined || !chosenEvents(context).includes(event)) return acceptDelivery(context);
	const report = reportOf(body);
	const fingerprint = report ? fingerprintOf(report) : JSON.stringify(body);
	if (!isFirstDelivery(context, fingerprint)) return acceptDelivery(context);
	return startRun(context, body);
}

/** A call of the address that went to KaiCalls with a call as its `webhook_url` (seed 004 "Webhooks"). */
export async function receiveCallback(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const body = jsonObjectOf(await readDelivery(this));
	if (!body) return acceptDelivery(this);
	return isReadBack(this) ? await receiveConfirmed(this, body) : receiveUnverified(this, body);
}
