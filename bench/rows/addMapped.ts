import { Comparison, count } from '../comparison';
import { raceWith, warmUp, type Result } from '../race';
import * as step from '../steps';
import type { Table } from '../table';
import { Track } from '../track';
import type { World } from '../world';

const ROWS = 10_000;
const MOST_OF_HTTP_REQUEST = 0.06;
const MOST_OF_EXPERT = 1.5;

/**
 * Prospects directly from the columns of a table: ours, one request for each row, and an expert's workflow of chunks.
 */
export async function addMapped(world: World, table: Table): Promise<void> {
	const work = 'Kakiyo Prospect > Add, Map Automatically';
	const { stub } = world;
	const us = { track: await Track.lay(world, `${work}, ours`, [step.addMapped], 'url') };
	const http = { track: await Track.lay(world, `${work}, HTTP Request`, [step.httpAdd(stub.url)]) };
	const expert = { track: await Track.lay(world, `${work}, expert`, step.expertAdd(stub.url), 'prospects.url') };
	for (const runner of [us, http, expert]) await warmUp(runner);
	const [own, single, chunks] = (await raceWith([us, http, expert], world.quick, { items: ROWS })) as [
		Result,
		Result,
		Result,
	];
	const comparison = new Comparison(table, `${work}, ${count(ROWS)} rows`, ROWS, own);
	const httpRequest = { name: 'HTTP Request', result: single };
	const experts = { name: 'expert’s chunks', result: chunks };
	comparison.cpu(httpRequest, MOST_OF_HTTP_REQUEST);
	comparison.cpu(experts, MOST_OF_EXPERT);
	comparison.time(httpRequest);
	comparison.time(experts);
	comparison.block(httpRequest);
	comparison.block(experts);
}
