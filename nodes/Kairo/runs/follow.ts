import type { IDataObject } from 'n8n-workflow';

import type { IncomingResponse } from '../../shared/contract/exchange';
import { ItemFailure, sendingFailure, type Failure } from '../../shared/contract/failure';
import type { ApiClient, ApiRequest } from '../../shared/contract/operation';
import { askUntil } from '../../shared/operations/poll';
import { isFilled } from '../../shared/values/filled';
import { endedRow, isOver, stoppedRow, noRunIdRow, runIdIn, timeLimitRow } from './outcome';

/** How runs are followed. */
export interface Watch {
	/** The request that reads one. */
	readRun: (runId: string) => ApiRequest;
	timeLimitMs: number;
	/** Resource of the node that has them, as the user knows it. */
	resource: string;
	/** Says that another item ended the node, so that a further try must go on from here; undefined when none has. */
	interruption: () => ItemFailure | undefined;
}

/** KAIRO was not there or did not answer as KAIRO: the run goes on all the same, and so does the wait. */
const isOutage = ({ kind, status = 0 }: Failure): boolean => kind === 'unavailable' || status >= 500;

/** It was started, so whatever keeps the node from following it, it must not be started again. */
const unreadableRun = (
	runId: string,
	{ resource }: Watch,
	{ message, description, status, code }: Failure,
): ItemFailure =>
	new ItemFailure({
		kind: 'unknown',
		message: `The run "${runId}" started, but its state could not be read: ${message}`,
		description: `Do not start it again. Read it with ${resource} > Get Run. ${description}`,
		...(status !== undefined && { status }),
		...(code !== undefined && { code }),
	});

/**
 * Follows a run to its end, as far as the time limit allows.
 * @param started the answer that KAIRO gave to its start
 */
export async function follow(
	started: IncomingResponse,
	watch: Watch,
	api: Pick<ApiClient, 'send' | 'time' | 'cancelled'>,
): Promise<IDataObject> {
	const { readRun, timeLimitMs, resource } = watch;
	if (isOver(started.body)) return endedRow(started.body);
	const runId = runIdIn(started.body);
	if (runId === undefined) return noRunIdRow(started.body, resource);

	let last = started;
	let obstacle = '';
	const ask = async () => {
		try {
			const response = await api.send(readRun(runId));
			if (isFilled(response.body)) last = response;
			obstacle = '';
		} catch (thrown) {
			const failure = sendingFailure(thrown);
			if (api.cancelled()) return last;
			if (!isOutage(failure)) throw unreadableRun(runId, watch, failure);
			obstacle = failure.message;
		}
		return last;
	};
	await askUntil(ask, isOver, timeLimitMs, api);
	if (isOver(last.body)) return endedRow(last.body);
	if (!api.cancelled()) return timeLimitRow(last.body, resource, obstacle);
	const failure = watch.interruption();
	if (failure) throw failure;
	return stoppedRow(last.body, resource);
}
