import { Comparison, count } from '../comparison';
import { raceWith, runOnce, type Result } from '../race';
import * as step from '../steps';
import type { Table } from '../table';
import { RunFailed, Track } from '../track';
import type { World } from '../world';

const ROWS = 100_000;
const MORE_ROWS = 200_000;
const LIMIT = 150_000;
const WARM_UP_ROWS = 1_000;
const MOST_OF_HTTP_REQUEST = 0.6;
const WORK = 'Kakiyo Prospect > Get Many';

/** One item starts a list; the stub decides its length. */
const listing = (track: Track, rows: number) => ({ track, itemsOut: () => rows, rowsSeen: () => 0 });

/** Whether this many rows come out of a list of 200,000. */
async function comesOut(world: World, table: Table, what: string, rows: number, limit?: number): Promise<void> {
	const track = await Track.lay(world, `${WORK}, ${what}, ours`, [step.getProspects(limit)], 'chatId');
	const target = `${count(rows)} rows`;
	try {
		const { wallMs } = await runOnce(listing(track, rows), { items: 1, listRows: MORE_ROWS });
		table.fact(`${WORK}, ${what}`, 'rows out', `${target} in ${(wallMs / 1000).toFixed(1)} s`, target, true);
	} catch (error) {
		if (!(error instanceof RunFailed)) throw error;
		const { requests } = await world.stub.tally();
		table.fact(`${WORK}, ${what}`, 'rows out', `none, an error after ${count(requests)} requests`, target, false);
	}
}

/** Long lists, in pages of 100. */
export async function returnAll(world: World, table: Table): Promise<void> {
	const us = await Track.lay(world, `${WORK}, ours`, [step.getProspects()], 'chatId');
	const http = await Track.lay(world, `${WORK}, HTTP Request`, [step.httpPages(world.stub.url)], 'id');
	for (const track of [us, http]) await runOnce(listing(track, WARM_UP_ROWS), { items: 1, listRows: WARM_UP_ROWS });
	const runners = [us, http].map((track) => listing(track, ROWS));
	const [own, theirs] = (await raceWith(runners, world.quick, { items: 1, listRows: ROWS })) as [Result, Result];
	const comparison = new Comparison(table, `${WORK}, Return All of ${count(ROWS)} rows`, ROWS, own);
	const httpRequest = { name: 'HTTP Request, paging', result: theirs };
	comparison.cpu(httpRequest, MOST_OF_HTTP_REQUEST);
	comparison.time(httpRequest, MOST_OF_HTTP_REQUEST);
	comparison.block(httpRequest);
	await comesOut(world, table, `Return All of ${count(MORE_ROWS)} rows`, MORE_ROWS);
	await comesOut(world, table, `Limit ${count(LIMIT)}`, LIMIT, LIMIT);
}
