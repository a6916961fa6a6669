import { Comparison, count } from '../comparison';
import { raceWith, runOnce, warmUp, type Result } from '../race';
import * as step from '../steps';
import type { Table } from '../table';
import { Track } from '../track';
import type { World } from '../world';

const FEW = 1_000;
const MANY = 10_000;

const MOST_OF_HTTP_REQUEST = 0.8;
const MOST_OF_FLOOR = 1.3;
/** An item among many must cost hardly more than one among few. */
const MOST_GROWTH = 1.1;

const VENDORS = [
	{ work: 'Kakiyo Prospect > Get', ours: step.getProspect, identity: 'chatId', path: '/kakiyo/prospects/' },
	{ work: 'KaiCalls Call > Get', ours: step.getCall, identity: 'id', path: '/kaicalls/calls?id=' },
];

async function measureVendor(
	world: World,
	table: Table,
	{ work, ours, identity, path }: (typeof VENDORS)[number],
): Promise<void> {
	const prefix = world.stub.url + path;
	const id = '{{ $json.id }}';
	const us = { track: await Track.lay(world, `${work}, ours`, [ours], identity) };
	const http = { track: await Track.lay(world, `${work}, HTTP Request`, [step.httpGet(prefix, id)], 'id') };
	// The baseline has as many requests at once as ours, so that only the node differs. Their number is visible
	// only with slow answers: instant ones come before the next request leaves.
	const atOnce = (await runOnce(us, { items: FEW / 10, delayMs: 100 })).stub.peak;
	await warmUp(us);
	const floor = { track: await Track.lay(world, `${work}, floor`, [step.floor(prefix, `=${id}`, atOnce)], 'id') };
	await warmUp(http);
	await warmUp(floor);

	async function measure(items: number): Promise<Result> {
		const [own, theirs, least] = (await raceWith([us, http, floor], world.quick, { items })) as [
			Result,
			Result,
			Result,
		];
		const comparison = new Comparison(table, `${work}, ${count(items)} items`, items, own);
		const httpRequest = { name: 'HTTP Request', result: theirs };
		comparison.cpu(httpRequest, MOST_OF_HTTP_REQUEST);
		const bareNode = { name: `floor, ${atOnce} at once`, result: least };
		comparison.cpu(bareNode, MOST_OF_FLOOR);
		comparison.time(httpRequest);
		comparison.block(httpRequest);
		comparison.block(bareNode);
		return own;
	}
	const [few, many] = [await measure(FEW), await measure(MANY)];
	table.compare({
		work: `${work}, ${count(MANY)} items`,
		measure: 'CPU per item',
		unit: 'ms',
		ours: many.cpuMs / MANY,
		theirs: few.cpuMs / FEW,
		beside: `ours, ${count(FEW)} items`,
		target: MOST_GROWTH,
		runs: `${many.runs}/${few.runs}`,
	});
}

/**
 * One request for each item, the ID by an expression: ours, n8n's HTTP Request node, and the least possible cost of a
 * node.
 */
export async function get(world: World, table: Table): Promise<void> {
	for (const vendor of VENDORS) await measureVendor(world, table, vendor);
}
