import { settleRepeat } from '../batching/repeat';
import { readingFailure, sendingFailure } from '../contract/failure';
import { FileRow, type Row } from '../contract/fileRow';
import type { Advice, ApiClient, Identity, ItemParameters, Operation } from '../contract/operation';
import type { Outcome, OutputRow } from '../contract/outcome';
import { MOST_AHEAD } from '../memory/lookahead';
import { isReading } from '../http/readOnly';
import { inPool } from './pool';

/** One item's part of an operation, read and checked; nothing was sent yet. */
export interface Draft {
	identity: Identity;
	/**
	 * Equal for items of which only the first is performed, because they reach the same person with the same content;
	 * see `onceKey`.
	 */
	once?: string;
	perform(api: ApiClient): Promise<Row[]>;
}

/**
 * How many items of a run may be performed at once: as many as one write of intents includes, and few enough to keep in
 * memory.
 */
const AT_ONCE = MOST_AHEAD;

const outputRow = (row: Row): OutputRow =>
	row instanceof FileRow ? { json: row.json, binary: row.binary } : { json: row };

/** The outcome of an item, also for an unexpected error. */
async function outcomeOf(draft: Draft, api: ApiClient): Promise<Outcome> {
	let hasWritten = false;
	const watched: ApiClient = {
		...api,
		async send(apiRequest, limits) {
			hasWritten ||= !isReading(apiRequest);
			return await api.send(apiRequest, limits);
		},
	};
	try {
		return { rows: (await draft.perform(watched)).map(outputRow) };
	} catch (thrown) {
		return { failure: hasWritten ? sendingFailure(thrown) : readingFailure(thrown) };
	}
}

/**
 * An operation that performs each item by itself.
 * @param read reads and checks an item. Throws ItemFailure when it is invalid
 */
export const eachItem = (
	read: (item: ItemParameters) => Draft,
	{ atOnce = AT_ONCE, ...advice }: Advice & { atOnce?: number } = {},
): Operation => ({
	advice,
	begin() {
		const drafts = new Map<number, Draft>();
		const firsts = new Map<string, number>();
		/** Items that repeat an earlier one, with the earlier item. */
		const repeats = new Map<number, number>();
		return {
			read(item) {
				const { index } = item;
				const draft = read(item);
				drafts.set(index, draft);
				if (draft.once !== undefined) {
					const first = firsts.get(draft.once);
					if (first === undefined) firsts.set(draft.once, index);
					else repeats.set(index, first);
				}
				return draft.identity;
			},
			async perform(indexes, { run, api }) {
				await inPool(
					indexes.filter((index) => !repeats.has(index)),
					atOnce,
					async (index) => {
						const draft = drafts.get(index);
						if (draft && !run.stopped) run.settle(index, await outcomeOf(draft, api(index)));
					},
				);
				for (const index of indexes) {
					const first = repeats.get(index);
					if (first !== undefined) settleRepeat(run, index, first);
				}
			},
		};
	},
});
