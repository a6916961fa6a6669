import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../race';
import type { Table } from '../table';
import type { World } from '../world';

const RUNS = 9;
const LONGEST_LOAD_MS = 80;
const LARGEST_TARBALL_KB = 150;

/** The pack's cost at the start of n8n, and its size. */
export async function load(world: World, table: Table): Promise<void> {
	const main = join(__dirname, '..', 'loadMain.mjs');
	const times: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		const { stdout } = await promisify(execFile)(process.execPath, [main, world.packFolder]);
		times.push(Number(stdout));
	}
	const work = 'All nodes and credentials';
	table.limit({
		work,
		measure: 'loading',
		unit: 'ms',
		ours: median(times),
		target: LONGEST_LOAD_MS,
		runs: String(RUNS),
	});
	const { size } = await stat(world.tarball);
	table.limit({ work: 'Tarball', measure: 'size', unit: 'kB', ours: size / 1000, target: LARGEST_TARBALL_KB });
}
