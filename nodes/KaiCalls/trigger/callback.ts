import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { callerTime, systemTime } from '../../shared/engine/systemTime';
import { whoFirst } from '../../shared/run/memberOrder';
import { zonedTimes } from '../../shared/values/zonedTimes';
import {
	acceptDelivery,
	MOST_BYTES_UNVERIFIED,
	postponeDelivery,
	readDelivery,
	readObject,
	returnExcessive,
	returnTooLarge,
} from '../../shared/webhook/delivery';
import { noteFirstDelivery, wasDelivered } from '../../shared/webhook/duplicates';
import { ANSWER_WITHIN_MS, startRun } from '../../shared/webhook/startRun';
import { endedCall, hasCompleted } from '../ending/ending';
import { lookAgain } from '../ending/lookAgain';
import { urgentCallReader } from '../ending/readCall';
import { reportIn } from '../ending/callReport';
import { kaiCalls } from '../vendor';
import { eventOf, eventWord, isAmong, isOfAgent } from './events';
import type { Finding } from './callChecks';
import { callChecksOf } from './callChecksOf';
import { isOfEnd, reportOf } from './report';
import { personOf, withPerson } from './person';
import { chosenAgents, chosenEvents, includesLead, isReadBack, lookAgainForMs } from './settings';

/** KaiCalls documents no second delivery. If one comes, the API may answer again. */
function postpone(context: IWebhookFunctions, callId: string, reason: unknown): IWebhookResponseData {
	context.logger.warn('KaiCalls reported the end of a call, but the node could not read the call, so no run started', {
		callId,
		reason: reason instanceof Error ? reason.message : '',
	});
	return postponeDelivery(context);
}

const WHY_GIVEN_UP = { unknown: 'the API has no such call', goesOn: 'the API says that the call has not ended' };

function giveUp(
	context: IWebhookFunctions,
	callId: string,
	{ givenUp }: Extract<Finding, { givenUp: unknown }>,
): IWebhookResponseData {
	context.logger.warn(`A report of the end of a call started no run: ${WHY_GIVEN_UP[givenUp]}`, { callId });
	return acceptDelivery(context);
}

/** A report that cannot be read gets the same answer as others, and a line in n8n's log. */
function acceptUnclear(context: IWebhookFunctions, problem: string): IWebhookResponseData {
	context.logger.warn(`A report for KaiCalls Trigger started no run: ${problem}`);
	return acceptDelivery(context);
}

/**
 * An unsigned report starts a run as soon as the API says that the call has ended; the run gets the API's record. If
 * the check takes more than one look, the report is answered first: KaiCalls may not send it again. All reports get
 * the same answer, so that a stranger cannot find out which calls exist.
 */
async function receiveConfirmed(
	context: IWebhookFunctions,
	body: IDataObject,
	arrivedAt: number,
): Promise<IWebhookResponseData> {
	const report = reportOf(body);
	if (!report) return acceptUnclear(context, 'it has no event name, or no call ID');
	if (!isOfEnd(report)) return acceptDelivery(context);
	const { callId } = report;
	const agents = chosenAgents(context);
	const events = chosenEvents(context);
	const againForMs = lookAgainForMs(context);
	const callChecks = callChecksOf(context);
	if (wasDelivered(context, callId) || callChecks.isUnwanted(callId)) return acceptDelivery(context);

	const lookUp = urgentCallReader(context);
	const { takesLonger, end } = callChecks.about(callId, lookUp);
	const finding = end.catch((reason: unknown) => ({ reason }));
	const inTime = await Promise.race([finding, takesLonger, systemTime.sleep(ANSWER_WITHIN_MS)]);
	if (!inTime) acceptDelivery(context);
	const found = inTime ?? (await finding);
	if ('reason' in found) return postpone(context, callId, found.reason);
	if ('givenUp' in found) return giveUp(context, callId, found);
	const event = hasCompleted(found.call) ? 'call.completed' : 'call.failed';
	if (!isOfAgent(agents, found.call.agent_id) || !isAmong(events, event)) {
		callChecks.noteUnwanted(callId);
		return acceptDelivery(context);
	}
	const isLeadRead = includesLead(context);
	if (againForMs > 0 || isLeadRead) acceptDelivery(context);
	const call = await lookAgain(found.call, lookUp, againForMs, systemTime);
	const person = isLeadRead ? await personOf(context, call) : {};
	// A call ends only once, so a second event of its end starts no second run.
	const note = noteFirstDelivery(context, callId);
	if (!note) return acceptDelivery(context);
	const item = whoFirst({ event, ...withPerson(person, endedCall(call, report.body)) });
	return startRun(context, zonedTimes(item, context.getTimezone()), { arrivedAt, note, vendorName: kaiCalls.name });
}

/** Receives a report without a check, as the user has chosen. */
function receiveUnverified(context: IWebhookFunctions, body: IDataObject, arrivedAt: number): IWebhookResponseData {
	const event = eventOf(reportIn(body));
	if (event === undefined) return acceptUnclear(context, 'it has no event name');
	if (!isAmong(chosenEvents(context), event)) return acceptDelivery(context);
	const report = reportOf(body);
	const fingerprint = JSON.stringify(report ? [eventWord(event), report.callId] : body);
	const note = noteFirstDelivery(context, fingerprint);
	if (!note) return acceptDelivery(context);
	return startRun(context, zonedTimes(body, context.getTimezone()), { arrivedAt, note, vendorName: kaiCalls.name });
}

/** Receives a report at the address that was a call's `webhook_url` (docs/vendors/kaicalls.md#call-reports). */
export async function receiveCallback(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const arrivedAt = callerTime.now();
	const delivery = await readDelivery(this);
	if ((delivery.body?.length ?? 0) > MOST_BYTES_UNVERIFIED) return returnTooLarge(this, kaiCalls.name, delivery);
	const { body, flaw } = readObject(delivery);
	if (flaw === 'noObject') return acceptUnclear(this, 'it is not a JSON object');
	if (flaw) return returnExcessive(this, kaiCalls.name, flaw);
	return isReadBack(this) ? await receiveConfirmed(this, body, arrivedAt) : receiveUnverified(this, body, arrivedAt);
}
