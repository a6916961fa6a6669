import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runBenchmark } from './command';
import { report } from './report';
import { ROWS } from './rows';
import { Table } from './table';
import { startWorld } from './world';

const HELP = `Measures the pack in a real n8n beside n8n's own nodes. Options, after "npm run bench --":
  --only <rows>  some rows, separated by commas: ${Object.keys(ROWS).join(', ')}
  --quick        one run of each instead of several`;

function chosenRows(only: string | undefined): string[] {
	const names = only === undefined ? Object.keys(ROWS) : only.split(',').map((name) => name.trim());
	const unknown = names.filter((name) => !(name in ROWS));
	if (unknown.length > 0)
		throw new Error(`No such rows: ${unknown.join(', ')}. There are ${Object.keys(ROWS).join(', ')}`);
	return names;
}

/** Resolves with the exit code: not 0 when something could not be measured; the table reports a missed target. */
async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			only: { type: 'string' },
			quick: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	const names = chosenRows(values.only);
	if (!existsSync('/proc/self/stat')) throw new Error('The benchmark reads CPU times from /proc, so it needs Linux');
	const table = new Table();
	const failures: string[] = [];
	const world = await startWorld(values);
	try {
		for (const name of names) {
			console.log(`${name} ...`);
			await ROWS[name]?.(world, table).catch((error: unknown) => {
				const reason = error instanceof Error ? error.message : String(error);
				failures.push(`${name}: ${reason}`);
				table.failure(name, reason);
			});
		}
	} finally {
		await world.close();
	}
	await report(table, process.argv.slice(2), values.only === undefined && !values.quick);
	for (const failure of failures) console.error(`Not measured: ${failure}`);
	return failures.length > 0 ? 1 : 0;
}

runBenchmark(main);
