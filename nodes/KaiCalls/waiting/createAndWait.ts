import type { IDataObject } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import type { ApiClient, Operation, Performance } from '../../shared/contract/operation';
import { rowsOutcome } from '../../shared/contract/outcome';
import { eachItem } from '../../shared/operations/eachItem';
import { onceKey } from '../../shared/operations/once';
import { withBody } from '../../shared/operations/prepare';
import { prepareRequest, whomIn } from '../../shared/operations/single';
import { failureRow, heldBackRow } from '../../shared/run/failureRow';
import { readNumber } from '../../shared/values/reading/number';
import { readOption } from '../../shared/values/reading/option';
import { rowsOf } from '../../shared/values/rows';
import { reachableUrl } from '../../shared/webhook/reach';
import { calledPerson, preparedCall, RECIPIENT } from '../resources/call/fields';
import { hasEnded } from '../ending/end';
import { LOOK_AGAIN_LABEL, MOST_LOOK_AGAIN_S } from '../ending/lookAgain';
import { lookUpOver } from '../ending/lookUp';
import { isCallOutcome } from '../ending/outcome';
import { kaiCalls } from '../vendor';
import { awaitedId, endedRow, expiredRow, namelessRow, waitingRow } from './outcome';
import { readTimeLimit, timeLimitWarnings } from './timeLimit';
import { graceMs } from './times';
import { largest } from '../../shared/values/extremes';

/** An agent needs its answer at once, and its execution cannot be put to wait in the middle of a conversation. */
const cannotWait = (where: string) =>
	invalidInput(
		`Call > Create and Wait cannot wait ${where}; nobody was called`,
		'Use Call > Create to place the call and, later, Call > Get to read what became of it.',
	);

/**
 * Where KaiCalls reports the end of a call. The token in its query is for KaiCalls alone, not for a message.
 * @throws ItemFailure when KaiCalls could not reach it, so that no phone rings in vain
 */
async function callbackUrl({ execution, baseUrl }: ApiClient): Promise<string> {
	if (!execution) throw cannotWait('where n8n runs the node without an execution of its own');
	const url = execution.callbackUrl();
	reachableUrl(url?.split('?')[0], await baseUrl(), kaiCalls.name);
	return url ?? '';
}

/** As Call > Create, with the waiting execution as the place to report to. */
const placing = eachItem(
	(item) => {
		const apiRequest = prepareRequest({ method: 'POST', path: '/calls', tier: 'placeCall', prepare: preparedCall }, item);
		return {
			identity: { effect: apiRequest.request, ...whomIn(apiRequest.request, [RECIPIENT]), isContact: true, contact: calledPerson(apiRequest.request) },
			once: onceKey(item, apiRequest.request),
			async perform(api) {
				const { body } = await api.send({ ...withBody(apiRequest, { webhook_url: await callbackUrl(api) }), isContact: true });
				return rowsOf(body);
			},
		};
	},
	{ lookUp: 'Call > Get Many shows whether it was placed.', warnings: timeLimitWarnings },
);

/** What an item goes on with unless more is heard of its call. */
function rowOf(index: number, until: number, { run }: Performance): IDataObject {
	const { rows, failure } = run.settled.get(index) ?? {};
	if (failure) return failure.kind === 'heldBack' ? heldBackRow(failure) : failureRow(failure);
	const placed = rows?.[0]?.json ?? {};
	// An earlier try has seen its end.
	if (isCallOutcome(placed.outcome)) return placed;
	const expired = expiredRow(placed, until);
	return awaitedId(expired) === undefined ? namelessRow(placed) : expired;
}

/**
 * Calls that have ended by now, as far as they must be known. n8n refuses the report of a call that ends before the wait is stored,
 * so one call has to go on, whose report is yet to come and makes the node look at the others.
 * @param awaited ids of the calls, oldest first
 */
async function endedBefore(awaited: string[], { send }: ApiClient): Promise<Map<string, IDataObject>> {
	const ended = new Map<string, IDataObject>();
	const lookUp = lookUpOver(send);
	// Whatever keeps the API from answering now, the reports will still come.
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

const isAwaited = (row: IDataObject): boolean => awaitedId(row) !== undefined;

/** What the items go on with, as things stand. */
async function presentRows(indexes: number[], until: number, performance: Performance): Promise<IDataObject[]> {
	const rows = indexes.map((index) => rowOf(index, until, performance));
	const placed = indexes[rows.findIndex(isAwaited)];
	if (placed === undefined) return rows;
	const awaited = [...new Set(rows.flatMap((row) => awaitedId(row) ?? []))];
	const ended = await endedBefore(awaited, performance.api(placed));
	return rows.map((row) => {
		const call = ended.get(awaitedId(row) ?? '');
		return call ? endedRow(call, row) : row;
	});
}

/** Nothing for items that were not placed: in first place, one of them would have Retry On Fail run the node again. */
const shownRows = (row: IDataObject): IDataObject[] => (isAwaited(row) ? [waitingRow(row)] : []);

/** Puts the execution to wait until all calls have ended, as far as the longest time limit allows. */
async function waitForEnds(performance: Performance, timeLimits: number[], lookAgainFor: number): Promise<void> {
	const { run, time, execution } = performance;
	const until = time.now() + largest(timeLimits);
	const indexes = [...run.settled.keys()].sort((a, b) => a - b);
	const rows = await presentRows(indexes, until, performance);
	const waiting = rows.filter(isAwaited).length;
	if (waiting === 0) {
		// What was placed has ended; the others keep their failure.
		for (const [place, index] of indexes.entries()) {
			const row = rows[place];
			if (row && run.settled.get(index)?.rows) run.settle(index, rowsOutcome([row]));
		}
		return;
	}
	const carried = lookAgainFor > 0 ? rows.map((row) => (isAwaited(row) ? { ...row, lookAgainFor } : row)) : rows;
	await execution?.waitUntil(new Date(until), carried, graceMs(waiting));
	for (const [place, index] of indexes.entries()) run.settle(index, rowsOutcome(shownRows(rows[place] ?? {})));
}

/** Places the calls of all items, then puts the execution to wait until all of them have ended. */
export const createAndWaitOperation: Operation = {
	advice: placing.advice,
	begin(tellings) {
		const work = placing.begin(tellings);
		const timeLimits: number[] = [];
		let lookAgainFor = 0;
		return {
			read(item) {
				if (item.isTool) throw cannotWait('as the tool of an AI agent');
				timeLimits.push(readTimeLimit(item));
				// It is needed when the wait is over, when an expression no longer brings it: the rows carry the longest one.
				lookAgainFor = Math.max(lookAgainFor, readOption(item, 'options.lookAgainFor', LOOK_AGAIN_LABEL, readNumber, { min: 0, max: MOST_LOOK_AGAIN_S }) ?? 0);
				return work.read(item);
			},
			perform: work.perform,
			finish: async (performance) => await waitForEnds(performance, timeLimits, lookAgainFor),
		};
	},
};
