import type { IncomingResponse } from '../../shared/contract/exchange';
import { ItemFailure } from '../../shared/contract/failure';
import type { ApiClient } from '../../shared/contract/operation';
import { isRecord } from '../../shared/values/json';
import { firstFew } from '../../shared/values/ranges';
import { runIdIn } from './outcome';
import { plainText } from '../../shared/values/text';

type Noting = Pick<ApiClient, 'notes' | 'itemNotes' | 'index' | 'run'>;

/** Name of the note that lists the items whose runs were started. */
const STARTED = 'startedRuns';

/** Name of the note with the answer to the start of an item's run. */
const ANSWER = 'started';

/** Remembers the response to the start of the item's run, so that a further try follows this run and starts no other. */
export function noteStarted(api: Noting, { status, body }: IncomingResponse): void {
	const { notes, itemNotes, index } = api;
	itemNotes.keepNote(ANSWER, { status, body });
	notes.keepNote(STARTED, { ...startedIds(api), [index]: runIdIn(body) ?? '' });
}

/** The answer to the start of the item's run in an earlier try. */
export function earlierStart(api: Noting): IncomingResponse | undefined {
	const note = api.itemNotes.note(ANSWER);
	return isRecord(note) && typeof note.status === 'number'
		? { status: note.status, headers: {}, body: note.body }
		: undefined;
}

/** IDs of the runs that were started, by item. */
function startedIds({ notes }: Noting): Record<string, unknown> {
	const note = notes.note(STARTED);
	return isRecord(note) ? note : {};
}

/** A sentence that names the item that ended the node, and why. Items with a started run did not end it. */
function endOf(api: Noting): string {
	const started = startedIds(api);
	const [item, outcome] =
		[...api.run.settled].find(([other, { failure }]) => {
			if (!failure || failure.kind === 'skipped') return false;
			return failure.kind === 'unknown' || !(other in started);
		}) ?? [];
	return item === undefined ? '' : ` Item ${item} ended it: ${outcome?.failure?.message}.`;
}

/**
 * The failure of an item whose run continued when another item ended the node. Its kind is `unavailable`, so that Retry On Fail
 * continues with it.
 * @param resource label of the run's resource in the node
 */
export function interruptedRun(api: Noting, resource: string): ItemFailure {
	const started = startedIds(api);
	const all = firstFew(Object.entries(started).map(([item, id]) => `item ${item} ("${plainText(id)}")`));
	return new ItemFailure({
		kind: 'unavailable',
		isStarted: true,
		message: `The run "${plainText(started[api.index] ?? '')}" continues in KAIRO, but the node ended before it`,
		description: `Do not start it again. Read it with ${resource} > Get Run.${endOf(api)} Runs were started for ${all}.`,
	});
}
