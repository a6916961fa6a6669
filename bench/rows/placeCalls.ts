import { Comparison, count } from '../comparison';
import { median, raceWith, warmUp, type Result } from '../race';
import * as step from '../steps';
import type { Table } from '../table';
import { Track } from '../track';
import type { World } from '../world';

const ITEMS = 10_000;

const WORK = 'KaiCalls Call > Create';

/** CPU for each item, ms: the highest cost of not calling anyone twice after n8n is killed. */
const MOST_FOR_INTENTS_MS = 0.2;

/** A difference of two large figures needs all rounds. */
const PATIENCE_MS = 300_000;

/** In each round, so that a machine that becomes slower does not matter. */
const moreOf = (own: Result, other: Result): number[] =>
	own.cpuOfEach.flatMap((ms, round) => {
		const otherMs = other.cpuOfEach[round];
		return otherMs === undefined ? [] : [ms - otherMs];
	});

/**
 * One call for each item: ours, which writes to n8n's database before a request leaves, n8n's HTTP Request node, and
 * ours without these writes.
 */
export async function placeCalls(world: World, table: Table): Promise<void> {
	const us = { track: await Track.lay(world, `${WORK}, ours`, [step.placeCall], 'to') };
	const forgetful = { track: await Track.lay(world, `${WORK}, ours without memory`, [step.placeCall], 'to') };
	const http = { track: await Track.lay(world, `${WORK}, HTTP Request`, [step.httpPlaceCall(world.stub.url)], 'to') };
	for (const runner of [us, forgetful, http]) await warmUp(runner);
	const task = { items: ITEMS };
	const [own, without] = (await raceWith([us, forgetful], world.quick, task, PATIENCE_MS)) as [Result, Result];
	const [theirs] = (await raceWith([http], world.quick, task)) as [Result];
	const comparison = new Comparison(table, `${WORK}, ${count(ITEMS)} items`, ITEMS, own);
	const httpRequest = { name: 'HTTP Request', result: theirs };
	comparison.cpu(httpRequest);
	comparison.time(httpRequest);
	comparison.block(httpRequest);
	table.limit({
		work: `${WORK}, ${count(ITEMS)} items`,
		measure: 'CPU per item for what survives a crash',
		unit: 'ms',
		ours: median(moreOf(own, without)) / ITEMS,
		theirs: without.cpuMs / ITEMS,
		beside: 'the rest of it',
		target: MOST_FOR_INTENTS_MS,
		runs: `${own.runs}/${without.runs}`,
	});
}
