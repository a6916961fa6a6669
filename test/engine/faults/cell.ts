import { restartLimiters } from '../processLimiters';
import type { Stand } from '../stand';
import type { Fault } from './faults';
import { entryOf, sentFor, type Point, type Reference } from './reference';
import { prepare, type NodeOutput } from './run';
import type { Operation } from './setUp';
import { reportsIn } from './reports';
import { wordOf, wrongIn, wrongInRetry, wrongPlace, type Facts, type Word } from './verdict';
import type { VendorServer } from './vendorServer';
import type { Way } from './ways';

/** One operation, one fault at one of its requests, one way of running it. */
export interface Cell {
	operation: Operation;
	fault: Fault;
	point: Point;
	way: Way;
	/** The vendor does it before the fault, where both may be. */
	afterHandler: boolean;
	reference: Reference;
}

/** The findings of a cell. */
export interface Found {
	words: Word[];
	/** The differences from the expected result. */
	wrong: string[];
	/** What the user reads, of the first item. */
	text: string;
}

/** No server listens at this address. */
const CLOSED_PORT = 'http://127.0.0.1:1';

const leaksIn = ({ everything }: NodeOutput, secrets: readonly string[]): string[] =>
	secrets.some((secret) => everything.includes(secret) || everything.includes(encodeURIComponent(secret)))
		? ['a secret in a text']
		: [];

/** Runs an operation while something goes wrong once. @param elsewhere another host, to which nothing must go */
export async function runCell(cell: Cell, server: VendorServer, elsewhere: Stand): Promise<Found> {
	const { operation, fault, point, way, afterHandler, reference } = cell;
	const { spoil, timeout } = fault;
	restartLimiters();
	const run = await prepare(operation, way, server, { timeout, ...(!spoil && { origin: CLOSED_PORT }) });
	const [secret = ''] = run.secrets;
	const { clock } = server;
	if (spoil) {
		const { vendor, method, path } = point;
		const means = { clock, secret, elsewhere: elsewhere.origin, afterHandler };
		server.faults.add({ vendor, method, path, ...spoil(means) });
	}
	const output = await run.begin();
	const hasHit = server.faults.haveAllHit;
	const reports = reportsIn(output, way, run.items.length, operation.sample);

	let isHit = false;
	const journal = () => {
		isHit = false;
		return server.log.list().map((entry) => {
			const isThis = !isHit && spoil !== undefined && entry.method === point.method && entry.route === point.route;
			isHit ||= isThis;
			return entryOf(entry, isThis);
		});
	};
	const entries = journal();
	const facts: Facts = {
		operation,
		fault,
		point,
		way,
		reference,
		reports,
		sent: sentFor(operation, entries, run.items, server),
		hit: entries.find(({ isCut }) => isCut),
	};
	const wrong = [
		...(hasHit ? [] : ['the fault did not come']),
		...run.items.flatMap((_, item) => wrongIn(facts, item)),
		...wrongPlace(output, way, reports),
		...leaksIn(output, run.secrets),
		...(elsewhere.received.length > 0 ? ['a request went to another host'] : []),
	];
	const [first] = reports;
	if (way === 'stop' && output.error && first && spoil) {
		const again = await run.retry();
		const [reportsAgain] = reportsIn(again, way, 1, operation.sample);
		const all = sentFor(operation, journal(), run.items, server);
		if (reportsAgain) wrong.push(...wrongInRetry(facts, first, reportsAgain, all[0] ?? []));
		wrong.push(...leaksIn(again, run.secrets));
	}
	return { words: reports.map((_, item) => wordOf(facts, item)), wrong, text: first?.text ?? '' };
}
