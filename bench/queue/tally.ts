import type { FinishedExecution } from '../../demo/client';
import { outcomeOf, rowsOf } from '../../test/e2e/callList';
import type { Stand } from './stand';

/** The items of a scenario, counted by the sandbox's log and by the words that n8n shows. */
export interface Tally {
	items: number;
	once: number;
	repeated: number;
	/** Not done, and the item says that it is unknown or was not sent. */
	openByItem: number;
	/** Not done, and only the status of the execution says that something is wrong. */
	openByExecution: number;
	/** Not done, and nothing says so. */
	silent: number;
	/** Done, and reported as unknown. */
	doubted: number;
	/** What n8n says of the executions. */
	says: string;
}

/** A line of the page. */
export interface Finding {
	title: string;
	tally: Tally;
	/** Nothing was broken, so that every item is to be done. */
	isUndisturbed?: boolean;
}

/** What happens to n8n, and how it is measured. */
export interface Scenario {
	title: string;
	run(stand: Stand): Promise<Finding[]>;
}

/** A scenario of one line, in which something is broken. */
export const scenario = (title: string, run: (stand: Stand) => Promise<Tally>): Scenario => ({
	title,
	run: async (stand) => [{ title, tally: await run(stand) }],
});

/** A scenario of one line, in which nothing is broken. */
export const undisturbed = (title: string, run: (stand: Stand) => Promise<Tally>): Scenario => ({
	title,
	run: async (stand) => [{ title, tally: await run(stand), isUndisturbed: true }],
});

/** The report on one item, and how often the log has it. */
export interface Item {
	times: number;
	told: 'done' | 'open' | 'nothing';
	/** What the item says, if it is open. */
	words?: string;
	/** Whether n8n marks the execution as one that did not succeed. */
	isMarked: boolean;
}

/** Counts the items of a scenario. */
export function tallyOf(items: readonly Item[], says: string): Tally {
	const count = (matches: (item: Item) => boolean) => items.filter(matches).length;
	const isOpen = ({ times }: Item) => times === 0;
	return {
		items: items.length,
		once: count(({ times }) => times === 1),
		repeated: count(({ times }) => times > 1),
		openByItem: count((item) => isOpen(item) && item.told === 'open'),
		openByExecution: count((item) => isOpen(item) && item.told === 'nothing' && item.isMarked),
		silent: count((item) => isOpen(item) && (item.told === 'done' || (item.told === 'nothing' && !item.isMarked))),
		doubted: count(({ times, told }) => times > 0 && told === 'open'),
		says: [says, ...new Set(items.flatMap(({ told, words }) => (told === 'open' && words ? [`“${words}”`] : [])))].join(
			'; ',
		),
	};
}

/** An execution of a list of calls, and whom it was to call. */
export interface CalledList {
	phones: readonly string[];
	execution: FinishedExecution;
}

/** The items of executions that place calls. */
export function calledItems(lists: readonly CalledList[], rung: Record<string, number>): Item[] {
	return lists.flatMap(({ phones, execution }) => {
		const rows = rowsOf(execution);
		return phones.map((phone, place): Item => {
			const row = rows[place];
			const isDone = row !== undefined && (row.error === undefined || outcomeOf(row) === 'doneBefore');
			return {
				times: rung[phone] ?? 0,
				told: row === undefined ? 'nothing' : isDone ? 'done' : 'open',
				...(!isDone && row !== undefined && { words: String(row.error) }),
				isMarked: execution.status !== 'success',
			};
		});
	});
}

/** How an execution ended, with the first sentence of its reason. */
export function endOf({ status, data }: FinishedExecution): string {
	const [reason] = data.resultData.error?.message.split('. ') ?? [];
	return reason === undefined ? status : `${status} (“${reason}”)`;
}

/** Statuses with their number, as in "59 × success, 1 × crashed". */
export function statusesInWords(statuses: readonly string[]): string {
	const [first] = statuses;
	if (statuses.length === 1 && first !== undefined) return first;
	return [...new Set(statuses)]
		.map((status) => `${statuses.filter((one) => one === status).length} × ${status}`)
		.join(', ');
}
