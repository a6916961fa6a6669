import type { IDataObject } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import type { ApiClient, ItemParameters, Operation, Performance } from '../../shared/contract/operation';
import { rowsOutcome } from '../../shared/contract/outcome';
import { eachItem } from '../../shared/operations/eachItem';
import { withBody } from '../../shared/operations/prepare';
import { prepareRequest } from '../../shared/operations/single';
import { failureRow } from '../../shared/run/failureRow';
import { asItem, rowsOf } from '../../shared/values/rows';
import { reachableUrl } from '../../shared/webhook/reach';
import { preparedCall } from '../resources/call/fields';
import { kaiCalls } from '../vendor';
import { LOOK_UP_LIMITS, lookUpRequest } from './lookUp';
import { awaitedId, endedRow, expiredRow, hasEnded, namelessRow } from './outcome';

const MINUTE_MS = 60_000;

/** An agent needs its answer at once, and its execution cannot be put to wait in the middle of a conversation. */
const cannotWait = (where: string) =>
	invalidInput(
		`Call > Create and Wait cannot wait ${where}; nobody was called`,
		'Use Call > Create to place the call and, later, Call > Get to read what became of it.',
	);

/** @throws ItemFailure naming the field */
function readTimeLimit(item: ItemParameters): number {
	const entered = item.parameter('timeLimit');
	const minutes = Number(entered);
	if (Number.isFinite(minutes) && minutes > 0) return minutes * MINUTE_MS;
	throw invalidInput(
		`"Time Limit (Minutes)" is ${String(entered)}, but must be above 0`,
		'Enter how many minutes to wait for the end of the call.',
	);
}

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
			identity: apiRequest.request,
			async perform(api) {
				const { body } = await api.send(withBody(apiRequest, { webhook_url: await callbackUrl(api) }));
				return rowsOf(body);
			},
		};
	},
	{ lookUp: 'Call > Get Many shows whether it was placed.' },
);

/**
 * What an item goes on with, as things stand: a call may have ended before n8n had stored the wait, and n8n refuses a
 * callback that comes that early.
 */
async function presentRow(index: number, { run, api }: Performance): Promise<IDataObject> {
	const { rows, failure } = run.settled.get(index) ?? {};
	if (failure) return failureRow(failure);
	const placed = rows?.[0]?.json ?? {};
	// An earlier try has seen its end.
	if (hasEnded(placed) && placed.outcome === 'ended') return placed;
	const expired = expiredRow(placed);
	const id = awaitedId(expired);
	if (id === undefined) return namelessRow(placed);
	// Whatever keeps the API from answering now, the callback will still come.
	const call = await api(index).send(lookUpRequest(id), LOOK_UP_LIMITS).then(({ body }) => asItem(body), () => undefined);
	return call && hasEnded(call) ? endedRow(call) : expired;
}

const isAwaited = (row: IDataObject): boolean => awaitedId(row) !== undefined;

const stillGoingOn = ({ id, agent_id, to }: IDataObject): IDataObject => ({ id, agent_id, to, outcome: 'waiting' });

/** What the editor shows during the wait. Nothing for items that were not placed: in first place, one of them would have Retry On Fail run the node again. */
const shownRows = (row: IDataObject): IDataObject[] => (isAwaited(row) ? [stillGoingOn(row)] : []);

/** Puts the execution to wait until all calls have ended, as far as the longest time limit allows. */
async function waitForEnds(performance: Performance, timeLimits: number[]): Promise<void> {
	const { run, time, execution } = performance;
	const until = new Date(time.now() + Math.max(...timeLimits));
	const indexes = [...run.settled.keys()].sort((a, b) => a - b);
	const rows = await Promise.all(indexes.map(async (index) => await presentRow(index, performance)));
	if (!rows.some(isAwaited)) {
		// What was placed has ended; the others keep their failure.
		for (const [place, index] of indexes.entries()) {
			const row = rows[place];
			if (row && run.settled.get(index)?.rows) run.settle(index, rowsOutcome([row]));
		}
		return;
	}
	await execution?.waitUntil(until, rows);
	for (const [place, index] of indexes.entries()) run.settle(index, rowsOutcome(shownRows(rows[place] ?? {})));
}

/** Places the calls of all items, then puts the execution to wait until all of them have ended. */
export const createAndWaitOperation: Operation = {
	advice: placing.advice,
	begin() {
		const work = placing.begin();
		const timeLimits: number[] = [];
		return {
			read(item) {
				if (item.isTool) throw cannotWait('as the tool of an AI agent');
				timeLimits.push(readTimeLimit(item));
				return work.read(item);
			},
			perform: work.perform,
			finish: async (performance) => await waitForEnds(performance, timeLimits),
		};
	},
};
