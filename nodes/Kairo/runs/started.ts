import type { IncomingResponse } from '../../shared/contract/exchange';
import { ItemFailure } from '../../shared/contract/failure';
import type { ApiClient } from '../../shared/contract/operation';
import type { Attempt } from '../../shared/run/run';
import { runIdIn } from './outcome';

/** The answers that KAIRO gave to the starts of runs, by item. */
export type StartedRuns = Map<number, IncomingResponse>;

/** By execution of a node, over all its passes: a further pass follows what an earlier one has started. */
const startedIn = new WeakMap<object, StartedRuns>();

export function startedRuns({ run }: Attempt): StartedRuns {
	const started = startedIn.get(run) ?? new Map<number, IncomingResponse>();
	startedIn.set(run, started);
	return started;
}

/** Which item ended the node and why, as a sentence of its own; those whose runs go on did not. */
function endOf({ settled }: Attempt, started: StartedRuns): string {
	const [item, outcome] =
		[...settled].find(([other, { failure }]) => {
			if (!failure || failure.kind === 'skipped') return false;
			return failure.kind === 'unknown' || !started.has(other);
		}) ?? [];
	return item === undefined ? '' : ` Item ${item} ended it: ${outcome?.failure?.message}.`;
}

const idOf = (started: StartedRuns, item: number): string => runIdIn(started.get(item)?.body) ?? '';

/**
 * For a run that goes on while another item has ended the node. Of kind `unavailable`, so that the next pass of Retry On
 * Fail comes back to it.
 * @param resource of the node that has run, as the user knows it
 */
export function cutShortRun({ attempt, item }: Pick<ApiClient, 'attempt' | 'item'>, resource: string): ItemFailure {
	const started = startedRuns(attempt);
	const all = [...started.keys()].map((other) => `item ${other} ("${idOf(started, other)}")`).join(', ');
	return new ItemFailure({
		kind: 'unavailable',
		message: `Run "${idOf(started, item)}" was started and goes on, but the node ended before it did`,
		description: `Do not start it again; read it with ${resource} > Get Run.${endOf(attempt, started)} Runs were started for ${all}.`,
	});
}
