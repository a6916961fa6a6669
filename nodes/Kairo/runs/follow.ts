import type { IDataObject } from 'n8n-workflow';

import { ItemFailure, sendingFailure } from '../../shared/executor/failure';
import type { ApiClient, ApiRequest } from '../../shared/executor/operation';
import { askUntil } from '../../shared/operations/poll';
import { endedRow, isOver, leftRow, namelessRow, runIdIn, timeLimitRow } from './outcome';

/** How runs are followed. */
export interface Watch {
	/** The request that reads one. */
	look: (runId: string) => ApiRequest;
	timeLimitMs: number;
	/** Resource of the node that has them, as the user knows it. */
	resource: string;
}

/** It was started, so whatever keeps the node from following it, it must not be started again. */
function lostSight(runId: string, { resource }: Watch, thrown: unknown): ItemFailure {
	const failure = sendingFailure(thrown);
	return new ItemFailure({
		...failure,
		kind: 'unknown',
		message: `Run "${runId}" was started, but its state could not be read: ${failure.message}`,
		description: `Do not start it again; read it with ${resource} > Get Run. ${failure.description}`,
	});
}

/**
 * Follows a run to its end, as far as the time limit allows.
 * @param started the answer that KAIRO gave to its start
 */
export async function follow(
	started: unknown,
	watch: Watch,
	client: Pick<ApiClient, 'send' | 'time' | 'cancelled'>,
): Promise<IDataObject> {
	const { look, timeLimitMs, resource } = watch;
	if (isOver(started)) return endedRow(started);
	const runId = runIdIn(started);
	if (runId === undefined) return namelessRow(started, resource);

	let last = started;
	const ask = async () => {
		const response = await client.send(look(runId));
		last = response.body ?? last;
		return response;
	};
	try {
		await askUntil(ask, isOver, timeLimitMs, client);
	} catch (thrown) {
		if (!client.cancelled()) throw lostSight(runId, watch, thrown);
	}
	if (isOver(last)) return endedRow(last);
	return client.cancelled() ? leftRow(last, resource) : timeLimitRow(last, resource);
}
