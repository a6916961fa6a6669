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

/** The options and IDs that rows must share to be sent together, such as the campaign. Plain data. */
export type Target = Record<string, unknown>;

/** How the rows of a run's items are collected and sent. */
export interface BatchedRows<Row, To extends Target> extends Batching<Row, To>, Advice, Pick<Operation, 'isWhole'> {
	/** Most rows in one request. */
	max: number | ((target: To) => number);
	/** Reads the values that this item shares with others. Throws ItemFailure when invalid. */
	target: (item: ItemParameters) => To;
	/**
	 * The part of the target that says where the rows go, without the way they are sent: two tries with the same part
	 * do the same.
	 */
	destination?: (target: To) => unknown;
	/** See `Identity`; the row's key and its destination when absent. */
	reaches?: (row: Row) => unknown;
	/** How the row contacts a person, if it does, see `Identity.isContact`: rows that differ in it are two contacts. */
	contact?: string;
	/** The person of a row, if the contact rules apply. */
	person?: (row: Row, target: To) => Contact | undefined;
	/** See `Identity`. */
	subject?: (row: Row) => unknown;
	/** Reads and checks this item's row. Throws ItemFailure when invalid. */
	row: (item: ItemParameters) => Row;
	/**
	 * Begins a run. Each row is checked against the rows of earlier items, with any outcome, and of earlier runs in the
	 * execution. Throws ItemFailure for a row that contradicts them.
	 */
	among?: (statements: RecordStatements) => (row: Row, index: number) => void;
}

type Results = RowResult[] | Promise<RowResult[]>;

/** The endpoint for a single row. */
interface Alone<Row, To extends Target> {
	/** Rows that it cannot serve use the endpoint for several rows; it serves all when absent. */
	serves?: (target: To, row: Row) => boolean;
	request: (target: To, row: Row) => ApiRequest;
	results: (response: IncomingResponse, row: Row, target: To, api: ApiClient) => Results;
}

/** An operation that sends the rows of several items, which share a target, in one request. */
export interface BatchRequest<Row, To extends Target> extends Omit<BatchedRows<Row, To>, 'send'> {
	/** For an API that has another endpoint for a single row. */
	alone?: Alone<Row, To>;
	/** The request for these rows. */
	request: (target: To, rows: Row[]) => ApiRequest;
	/** Turns the response into one result for each row, in order. May ask the vendor again until results are there. */
	results: (response: IncomingResponse, rows: Row[], target: To, api: ApiClient) => Results;
}

/** A row may be sent alone in one try and with others in the next. */
const ROW = 'row';

/** How many targets are sent to at once; the rows of each target go one request after another. */
const TARGETS_AT_ONCE = 100;

/** The rows of a run for one target. */
interface Group<Row, To> {
	target: To;
	entries: Array<Entry<Row>>;
}

/** Sends the rows of a group; it also knows the rows of settled items. */
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

/** Collects the rows that share a target, and sends them in several requests. */
export const batchedRows = <Row, To extends Target>(definition: BatchedRows<Row, To>): Operation => ({
	advice: { rowsPerRequest: typeof definition.max === 'function' ? 'chosen' : definition.max, ...definition },
	isWhole: definition.isWhole,
	begin(statements) {
		const groups = new Map<string, Group<Row, To>>();
		const check = definition.among?.(statements);
		/** The group of an equal row, whose options count for both: the row is sent once. */
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

/** The results of an accepted request; a further try sends the failed rows again. */
async function heeded(results: Results, { notDone }: RowsClient): Promise<RowResult[]> {
	const found = await results;
	for (const [place, result] of found.entries())
		if ('failure' in result && isWithoutEffect(result.failure)) notDone(place);
	return found;
}

/** Collects the rows that share a target, and sends them in as few requests as the API allows. */
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
