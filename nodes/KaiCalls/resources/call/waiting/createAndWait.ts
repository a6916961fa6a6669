import type { IDataObject } from 'n8n-workflow';

import { invalidInput } from '../../../../shared/contract/failure';
import type { OutgoingRequest } from '../../../../shared/contract/exchange';
import type { ApiClient, Operation, Performance } from '../../../../shared/contract/operation';
import { outcomeOf, rowsOutcome, type RowResult } from '../../../../shared/contract/outcome';
import { eachItem } from '../../../../shared/operations/eachItem';
import { onceKey } from '../../../../shared/operations/once';
import { withBody } from '../../../../shared/operations/prepare';
import { prepareRequest, subjectOf } from '../../../../shared/operations/single';
import { valueAt } from '../../../../shared/values/json';
import { readNumber } from '../../../../shared/values/reading/number';
import { readOption } from '../../../../shared/values/reading/option';
import { readYesNo } from '../../../../shared/values/reading/yesNo';
import { rowsOf } from '../../../../shared/values/rows';
import { plainText } from '../../../../shared/values/text';
import { isoIn } from '../../../../shared/values/zonedTimes';
import { checkedWebhookUrl } from '../../../../shared/webhook/webhookUrl';
import { calledPerson, preparedCall, RECIPIENT } from '../fields';
import { hasEnded } from '../../../ending/end';
import { LOOK_AGAIN_LABEL, MOST_LOOK_AGAIN_S } from '../../../ending/lookAgain';
import { callReaderOver } from '../../../ending/readCall';
import { isCallOutcome } from '../../../ending/outcome';
import { kaiCalls } from '../../../vendor';
import { awaitedId, endedRow, expiredRow, namelessRow, waitingRow } from './outcome';
import { readTimeLimit, timeLimitWarnings } from './timeLimit';
import { graceMs } from './times';

/** An agent needs the answer at once, and its execution cannot wait in the middle of a conversation. */
const cannotWait = (where: string) =>
	invalidInput(
		`Call > Create and Wait cannot wait ${where}; no one was called`,
		'Use Call > Create to place the call. Later, use Call > Get to read its outcome.',
	);

/**
 * Address for KaiCalls' report of the end of a call. The token in its query is for KaiCalls only; no message may show
 * it.
 * @throws ItemFailure if KaiCalls could not reach the address, so that no call is placed for nothing
 */
async function callbackUrl({ execution, baseUrl }: ApiClient): Promise<string> {
	if (!execution) throw cannotWait('if n8n runs the node without its own execution');
	const url = execution.callbackUrl();
	checkedWebhookUrl(url?.split('?')[0], await baseUrl(), kaiCalls.name);
	return url ?? '';
}

/** The called person, for an answer that does not name the person. */
function recipientIn({ body }: OutgoingRequest): IDataObject {
	const name = plainText(valueAt(body, 'name'));
	return { to: plainText(valueAt(body, RECIPIENT)), ...(name !== '' && { name }) };
}

/** Places a call like Call > Create, but KaiCalls reports to the waiting execution. */
const placing = eachItem(
	(item) => {
		const apiRequest = prepareRequest(
			{ method: 'POST', path: '/calls', tier: 'placeCall', prepare: preparedCall },
			item,
		);
		return {
			identity: {
				effect: apiRequest.request,
				...subjectOf(apiRequest.request, [RECIPIENT]),
				isContact: true,
				contact: calledPerson(apiRequest.request),
			},
			once: onceKey(item, apiRequest.request),
			async perform(api) {
				const { body } = await api.send({
					...withBody(apiRequest, { webhook_url: await callbackUrl(api) }),
					isContact: true,
				});
				return rowsOf(body).map((row) => ({ ...row, ...recipientIn(apiRequest.request) }));
			},
		};
	},
	{
		endpoints: ['POST /calls', 'GET /calls'],
		lookUp: 'Check with Call > Get Many whether it was placed.',
		warnings: timeLimitWarnings,
	},
);

/** Values that all items of a wait share. */
interface Wait {
	/** Time of the time limit (epoch ms). */
	until: number;
	timeZone: string;
	/** Options for the end of the wait: their expressions may no longer have a value then. */
	carried: IDataObject;
}

/** The item's result if the node hears nothing more about its call. */
function resultOf(index: number, { until, timeZone, carried }: Wait, { run }: Performance): RowResult {
	const { rows, failure } = run.settled.get(index) ?? {};
	if (failure) return { failure };
	const placed = rows?.[0]?.json ?? {};
	// An earlier try has read how it ended.
	if (isCallOutcome(placed.outcome)) return { row: placed };
	const expired = expiredRow(placed, isoIn(timeZone, until));
	return { row: awaitedId(expired) === undefined ? namelessRow(placed) : { ...expired, ...carried } };
}

/**
 * Finds calls that ended before the wait is stored: n8n refuses their reports. It stops at the newest call that has not
 * ended, because its later report makes the node read the others.
 * @param awaited IDs of the calls, oldest first
 */
async function endedBefore(awaited: string[], { send }: ApiClient): Promise<Map<string, IDataObject>> {
	const ended = new Map<string, IDataObject>();
	const lookUp = callReaderOver(send);
	// If the API does not answer now, the reports will still come.
	const unread = () => undefined;
	if (awaited.length > 1) {
		const ours = new Set<unknown>(awaited);
		const newest = await lookUp.newest().catch(unread);
		if (newest?.some((call) => ours.has(call.id) && !hasEnded(call))) return ended;
	}
	for (const id of awaited.toReversed()) {
		const call = await lookUp.call(id).catch(unread);
		if (!call || !hasEnded(call)) break;
		ended.set(id, call);
	}
	return ended;
}

const awaitedIn = (result: RowResult | undefined): string | undefined =>
	result && 'row' in result ? awaitedId(result.row) : undefined;

/** The results of the items at this moment. */
async function presentResults(indexes: number[], wait: Wait, performance: Performance): Promise<RowResult[]> {
	const results = indexes.map((index) => resultOf(index, wait, performance));
	const placed = indexes[results.findIndex((result) => awaitedIn(result) !== undefined)];
	if (placed === undefined) return results;
	const awaited = [...new Set(results.flatMap((result) => awaitedIn(result) ?? []))];
	const ended = await endedBefore(awaited, performance.api(placed));
	return results.map((result) => {
		const call = ended.get(awaitedIn(result) ?? '');
		return call && 'row' in result ? { row: endedRow(call, result.row, wait) } : result;
	});
}

/** Items without a placed call show nothing: as the first item, one with an error would make Retry On Fail run the node again. */
const shownRows = (result: RowResult | undefined): IDataObject[] =>
	result && 'row' in result && awaitedIn(result) !== undefined ? [waitingRow(result.row)] : [];

/** Makes the execution wait until all calls have ended. */
async function waitForEnds(performance: Performance, wait: Wait): Promise<void> {
	const { run, execution } = performance;
	const indexes = [...run.settled.keys()].sort((a, b) => a - b);
	const results = await presentResults(indexes, wait, performance);
	const waiting = results.filter((result) => awaitedIn(result) !== undefined).length;
	if (waiting === 0) {
		// All placed calls have ended; the other items keep their failure.
		for (const [place, index] of indexes.entries()) {
			const result = results[place];
			if (result && run.settled.get(index)?.rows) run.settle(index, outcomeOf(result));
		}
		return;
	}
	await execution?.waitUntil(new Date(wait.until), results, graceMs(waiting));
	for (const [place, index] of indexes.entries()) run.settle(index, rowsOutcome(shownRows(results[place])));
}

/** Places the calls of all items, then makes the execution wait until all calls have ended. */
export const createAndWaitOperation: Operation = {
	advice: placing.advice,
	begin(statements) {
		const work = placing.begin(statements);
		let longestMs = 0;
		let lookAgainFor = 0;
		let isRaw = false;
		let timeZone = 'UTC';
		return {
			read(item) {
				if (item.isTool) throw cannotWait('as the tool of an AI agent');
				({ timeZone } = item);
				longestMs = Math.max(longestMs, readTimeLimit(item));
				lookAgainFor = Math.max(
					lookAgainFor,
					readOption(item, 'options.lookAgainFor', LOOK_AGAIN_LABEL, readNumber, { min: 0, max: MOST_LOOK_AGAIN_S }) ??
						0,
				);
				isRaw ||= readOption(item, 'simplify', 'Simplify', readYesNo) === false;
				return work.read(item);
			},
			perform: work.perform,
			async finish(performance) {
				const carried = { ...(lookAgainFor > 0 && { lookAgainFor }), ...(isRaw && { isRaw }) };
				await waitForEnds(performance, { until: performance.time.now() + longestMs, timeZone, carried });
			},
		};
	},
};
