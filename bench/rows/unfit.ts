import { Comparison, count } from '../comparison';
import { race, RowsLost, type Result } from '../race';
import * as step from '../steps';
import type { Table } from '../table';
import { Meter, Track } from '../track';
import type { World } from '../world';

const ROWS = 10_000;

/** A table whose column has another name, On Error = Stop: how long n8n stands still over 10,000 rows that all fail. */
export async function unfit(world: World, table: Table): Promise<void> {
	const work = 'Kakiyo Prospect > Add, Map Automatically, wrong column';
	const meter = await Meter.install(world);
	const us = await Track.lay(world, `${work}, ours`, [step.addMapped]);
	const http = await Track.lay(world, `${work}, HTTP Request`, [step.httpAdd(world.stub.url)]);
	const task = { items: ROWS, wrongColumn: true };
	const [own, theirs] = (await race([us, http], world.quick, async (track) => {
		const reading = await track.runToError(task, meter);
		const { requests, rows } = reading.stub;
		if (rows > 0 || (track === us && requests > 0))
			throw new RowsLost(`${track.name}: ${requests} requests, ${rows} rows were sent`);
		console.log(`  ${track.name}: ${(reading.wallMs / 1000).toFixed(2)} s, block ${Math.round(reading.blockMs)} ms`);
		return reading;
	})) as [Result, Result];
	const comparison = new Comparison(table, `${work}, ${count(ROWS)} rows`, ROWS, own);
	const httpRequest = { name: 'HTTP Request, all refused', result: theirs };
	comparison.time(httpRequest);
	comparison.block(httpRequest);
}
