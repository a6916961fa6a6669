import type { LogEntry } from '../../../sandbox/server/requestLog';
import { entriesByItem, type Entry } from '../census/journal';
import type { ItemMade } from '../census/sample';
import { effectsOf, type Effects } from '../census/verdict';
import { prepare } from './run';
import type { Operation } from './setUp';
import { reportsIn } from './reports';
import type { VendorServer } from './vendorServer';
import type { Way } from './ways';

/** One of the requests that an operation sends, where a fault may come. */
export interface Point {
	vendor: string;
	method: string;
	/** Segments that differ between records are `*`. */
	path: string;
	/** As the sandbox calls it. */
	route: string;
}

/** What an operation does when nothing goes wrong. */
export interface Reference {
	/** In order, each endpoint once. */
	points: Point[];
	/** Effects of each item; none of what only reads. */
	wanted: Effects[];
	/** How many rows each item has. */
	rows: number[];
}

/** The vendor's journal in the census' words. @param isCut whether the answer did not reach the node as it was */
export const entryOf = ({ method, path, query, body, headers, accepted }: LogEntry, isCut: boolean): Entry => ({
	request: {
		method: method as Entry['request']['method'],
		path,
		query: query as Entry['request']['query'],
		body,
		headers,
	},
	by: 0,
	isAccepted: accepted,
	isCut,
});

/** The requests that were sent for each item of an operation that writes. */
export const sentFor = (
	{ sample, isReading }: Operation,
	entries: Entry[],
	items: ItemMade[],
	server: VendorServer,
): Entry[][] => (isReading ? items.map(() => []) : entriesByItem({ entries }, items, sample, server.sandbox));

const pointOf = ({ vendor, method, route }: LogEntry): Point => ({
	vendor,
	method,
	route,
	path: route.replace(/:\w+/g, '*'),
});

/** @throws when the operation does not work even if nothing goes wrong */
export async function referenceOf(operation: Operation, way: Way, server: VendorServer): Promise<Reference> {
	const run = await prepare(operation, way, server);
	const output = await run.begin();
	const reports = reportsIn(output, way, run.items.length, operation.sample);
	const wrong = reports.find(({ end }) => end !== 'done');
	if (wrong) throw new Error(`${operation.name} does not work (${way}): ${JSON.stringify(wrong)}`);
	const log = server.log.list();
	const entries = log.map((entry) => entryOf(entry, false));
	const points = new Map(log.map((entry) => [`${entry.method} ${entry.route}`, pointOf(entry)]));
	return {
		points: [...points.values()],
		wanted: sentFor(operation, entries, run.items, server).map((own) => effectsOf(own, operation.sample.effect)),
		rows: reports.map(({ rows }) => rows.length),
	};
}
