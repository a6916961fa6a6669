import { Batcher } from '../batching/batcher';
import type { Batching, Entry } from '../batching/batching';
import { resultOf } from '../batching/rowResult';
import type { IncomingResponse } from '../contract/exchange';
import { isWithoutEffect } from '../contract/failure';
import type { Contact } from '../contract/contact';
import type { RecordStatements } from '../contract/memory';
import type {
	Advice,
	ApiClient,
	ApiRequest,
	ItemParameters,
	Operation,
	Performance,
	RowsClient,
} from '../contract/operation';
import type { RowResult } from '../contract/outcome';
import { inPool } from './pool';

/** The options and ids that rows must share to travel together, such as the campaign. Plain data. */
export type Target = Record<string, unknown>;

/** How the rows of a run's items are brought together and sent. */
export interface BatchedRows<Row, To extends Target> extends Batching<Row, To>, Advice, Pick<Operation, 'isWhole'> {
	/** Most rows that are sent at once. */
	max: number | ((target: To) => number);
	/** Reads what this item shares with others. Throws ItemFailure when unfit. */
	target: (item: ItemParameters) => To;
	/** What of the target says where the rows go, not how they are sent: two tries that differ in nothing else do the same. */
	destination?: (target: To) => unknown;
	/** See `Identity`; the row's key when absent, and where they go. */
	reaches?: (row: Row) => unknown;
	/** How it calls or writes to a person, where it does, see `Identity.isContact`: two that differ in it are two contacts. */
	contact?: string;
	/** The person of a row, where the rules for contacts hold. */
	person?: (row: Row, target: To) => Contact | undefined;
	/** See `Identity`. */
	subject?: (row: Row) => unknown;
	/** Reads and checks this item's row. Throws ItemFailure when unfit. */
	row: (item: ItemParameters) => Row;
	/**
	 * Begins a run, in which each row is checked against those of earlier items, whatever has become of them, and of earlier runs in the
	 * execution. Throws ItemFailure for one that does not go with them.
	 */
	among?: (statements: RecordStatements) => (row: Row, index: number) => void;
}

type Results = RowResult[] | Promise<RowResult[]>;

/** The endpoint for a row that travels alone. */
interface Alone<Row, To extends Target> {
	/** What it cannot serve goes with several rows' endpoint; it serves all when absent. */
	serves?: (target: To, row: Row) => boolean;
	request: (target: To, row: Row) => ApiRequest;
	results: (response: IncomingResponse, row: Row, target: To, api: ApiClient) => Results;
}

export interface BatchRequest<Row, To extends Target> extends Omit<BatchedRows<Row, To>, 'send'> {
	/** For an API that has another endpoint for a single row. */
	alone?: Alone<Row, To>;
	/** The request for these rows. */
	request: (target: To, rows: Row[]) => ApiRequest;
	/** Response to one result for each row, in order. May ask the vendor further until results are there. */
	results: (response: IncomingResponse, rows: Row[], target: To, api: ApiClient) => Results;
}

/** A row may have travelled alone in one try and with others in the next. */
const ROW = 'row';

/** Targets under way at once; the rows of each go one request after another. */
const TARGETS_AT_ONCE = 100;

/** What the items of a run have for one target. */
interface Group<Row, To> {
	target: To;
	entries: Array<Entry<Row>>;
}

/** Sends the rows of a group; those of items that are settled already are known to it. */
async function sendGroup<Row, To extends Target>(
	definition: BatchedRows<Row, To>,
	{ target, entries }: Group<Row, To>,
	wanted: ReadonlySet<number>,
	performance: Performance,
): Promise<void> {
	if (!entries.some(({ index }) => wanted.has(index))) return;
	const max = typeof definition.max === 'function' ? definition.max(target) : definition.max;
	const batcher = new Batcher(definition, target, max, performance);
	for (const entry of entries) {
		const outcome = performance.run.settled.get(entry.index);
		if (outcome) batcher.note(entry, resultOf(outcome));
	}
	await batcher.send(entries, wanted);
}

/** Brings the rows together that have the same target, in several requests that they share. */
export const batchedRows = <Row, To extends Target>(definition: BatchedRows<Row, To>): Operation => ({
	advice: { rowsPerRequest: typeof definition.max === 'function' ? 'chosen' : definition.max, ...definition },
	isWhole: definition.isWhole,
	begin(statements) {
		const groups = new Map<string, Group<Row, To>>();
		const check = definition.among?.(statements);
		/** The group of an equal row, whose options count for both: it is sent once. */
		const places = new Map<string, string>();
		return {
			read(item) {
				const target = definition.target(item);
				const row = definition.row(item);
				check?.(row, item.index);
				const key = definition.keyOf(row);
				const destination = definition.destination ? definition.destination(target) : target;
				const place = JSON.stringify([destination, key]);
				const to = places.get(place) ?? JSON.stringify(target);
				const group = groups.get(to) ?? { target, entries: [] };
				group.entries.push({
					index: item.index,
					key,
					record: definition.recordOf?.(row),
					isMade: definition.makes?.(row) === true,
					row,
				});
				groups.set(to, group);
				places.set(place, to);
				const reached = definition.reaches ? definition.reaches(row) : key;
				return {
					effect: [destination, key],
					content: row,
					reaches: reached === undefined ? undefined : [definition.contact, destination, reached],
					isContact: definition.contact !== undefined,
					contact: definition.person?.(row, target),
					subject: definition.subject?.(row),
				};
			},
			async perform(indexes, performance) {
				const wanted = new Set(indexes);
				await inPool([...groups.values()], TARGETS_AT_ONCE, async (group) => {
					await sendGroup(definition, group, wanted, performance);
				});
			},
		};
	},
});

/** The results of an accepted request, of which a further try is to send again what was not done. */
async function heeded(results: Results, { notDone }: RowsClient): Promise<RowResult[]> {
	const found = await results;
	for (const [place, result] of found.entries())
		if ('failure' in result && isWithoutEffect(result.failure)) notDone(place);
	return found;
}

/** Brings the rows together that have the same target, in as few requests as the API allows. */
export const batch = <Row, To extends Target>({ alone, request, results, ...rows }: BatchRequest<Row, To>): Operation =>
	batchedRows<Row, To>({
		...rows,
		async send(target, sent, api) {
			const [only, ...others] = sent;
			const isContact = rows.person !== undefined;
			if (alone && only !== undefined && others.length === 0 && (alone.serves?.(target, only) ?? true)) {
				const response = await api.send({ ...alone.request(target, only), effect: ROW, isContact });
				return { results: heeded(alone.results(response, only, target, api), api) };
			}
			const response = await api.send({ ...request(target, sent), effect: ROW, isContact });
			return { results: heeded(results(response, sent, target, api), api) };
		},
	});
