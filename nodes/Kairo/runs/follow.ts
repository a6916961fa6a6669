import type { IDataObject } from 'n8n-workflow';

import type { IncomingResponse } from '../../shared/contract/exchange';
import { ItemFailure, sendingFailure, type Failure } from '../../shared/contract/failure';
import type { ApiClient, ApiRequest } from '../../shared/contract/operation';
import { askUntil } from '../../shared/operations/poll';
import { isFilled } from '../../shared/values/filled';
import { endedRow, isOver, stoppedRow, noRunIdRow, runIdIn, timeLimitRow } from './outcome';

/** How to follow a run. */
export interface Watch {
	/** The request that reads the run. */
	readRun: (runId: string) => ApiRequest;
	timeLimitMs: number;
	/** Label of the run's resource in the node. */
	resource: string;
	/** If another item ended the node: the failure of this item, with which a further try continues here. Otherwise undefined. */
	interruption: () => ItemFailure | undefined;
}

/** Whether KAIRO was unavailable. The run continues, so the node keeps waiting. */
const isOutage = ({ kind, status = 0 }: Failure): boolean => kind === 'unavailable' || status >= 500;

/** The failure of a run that started and cannot be read: it must not be started again. */
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
 * Follows a run to its end or to the time limit.
 * @param started the response to the start
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
