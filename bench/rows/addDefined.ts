import { Comparison, count } from '../comparison';
import { raceWith, warmUp, type Result } from '../race';
import * as step from '../steps';
import type { Table } from '../table';
import { Track } from '../track';
import type { World } from '../world';

const ITEMS = 1_000;
const MOST_OF_HTTP_REQUEST = 0.6;

/** Prospects whose three fields are expressions. */
export async function addDefined(world: World, table: Table): Promise<void> {
	const work = 'Kakiyo Prospect > Add, Define Below';
	const us = { track: await Track.lay(world, `${work}, ours`, [step.addDefined], 'url') };
	const http = { track: await Track.lay(world, `${work}, HTTP Request`, [step.httpAdd(world.stub.url)]) };
	for (const runner of [us, http]) await warmUp(runner);
	const [own, theirs] = (await raceWith([us, http], world.quick, { items: ITEMS })) as [Result, Result];
	const comparison = new Comparison(table, `${work}, 3 expressions, ${count(ITEMS)} items`, ITEMS, own);
	const httpRequest = { name: 'HTTP Request', result: theirs };
	comparison.cpu(httpRequest, MOST_OF_HTTP_REQUEST);
	comparison.time(httpRequest);
	comparison.block(httpRequest);
}
