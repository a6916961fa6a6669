import { Comparison, count } from '../comparison';
import { raceWith, warmUp, type Result } from '../race';
import * as step from '../steps';
import type { Table } from '../table';
import { Track } from '../track';
import type { World } from '../world';

const ITEMS = 500;
const ANSWER_MS = 100;
const MOST_OF_HTTP_REQUEST = 1.1;

const VENDORS = [
	{ work: 'KaiCalls Call > Get', ours: step.getCall, path: '/kaicalls/calls?id=', id: '{{ $json.id }}' },
	{ work: 'Kayse Client > Get', ours: step.getClient, path: '/kayse/clients/', id: '{{ $json.number }}' },
];

/** A slow vendor whose limits allow many requests at once. */
export async function slow(world: World, table: Table): Promise<void> {
	for (const { work, ours, path, id } of VENDORS) {
		const us = { track: await Track.lay(world, `${work}, slow answers, ours`, [ours], 'id') };
		const get = step.httpGet(world.stub.url + path, id);
		const http = { track: await Track.lay(world, `${work}, slow answers, HTTP Request`, [get], 'id') };
		for (const runner of [us, http]) await warmUp(runner);
		const task = { items: ITEMS, delayMs: ANSWER_MS };
		const [own, theirs] = (await raceWith([us, http], world.quick, task)) as [Result, Result];
		const title = `${work}, ${count(ITEMS)} items, answers take ${ANSWER_MS} ms`;
		const comparison = new Comparison(table, title, ITEMS, own);
		comparison.time(
			{ name: `HTTP Request; at once: ours ${own.peak}, it ${theirs.peak}`, result: theirs },
			MOST_OF_HTTP_REQUEST,
		);
		comparison.block({ name: 'HTTP Request', result: theirs });
	}
}
