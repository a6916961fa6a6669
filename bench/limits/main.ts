import { readFileSync } from 'node:fs';
import { goThrough } from '../../test/engine/limits/alone';
import { JOBS, type Job } from '../../test/engine/limits/jobs';
import { share } from '../../test/engine/limits/sharing';
import { withWorkers } from '../../test/engine/limits/worker';
import { conditions } from '../conditions';
import { writeMeasured } from '../generated';
import { aloneTable, sharingTable, type Alone, type Sharing } from './tables';

const ROWS = [300, 1_500, 5_000];
/** While somebody else uses the key, too. */
const ROWS_BESIDE = 1_500;
const WORKERS = [2, 3, 5];
/** Requests in a window. */
const TIGHT = 15;
/** A window of batches is as many rows as nobody has for five processes. */
const MOST_ROWS_OF_WINDOW = 5_000;

function n8nVersion(): string {
	const { version } = JSON.parse(readFileSync(require.resolve('n8n-core/package.json'), 'utf8')) as { version: string };
	return `the engine of n8n-core ${version}`;
}

async function goThroughAll(jobs: Job[]): Promise<Alone[]> {
	const found: Alone[] = [];
	const plans = [...ROWS.map((rows) => ({ rows, beside: false })), { rows: ROWS_BESIDE, beside: true }];
	for (const job of jobs) {
		for (const { rows, beside } of plans) {
			const through = await withWorkers(1, async ([worker]) => await goThrough(worker, job, rows, beside));
			found.push({ job, rows, beside, through });
			console.log(job.folder, job.operation, rows, beside, JSON.stringify(through));
		}
	}
	return found;
}

/** Of the jobs with a tight limit n8n waits nearly all the time, so that the others go on beside them. */
async function measureAlone(): Promise<Alone[]> {
	const isTight = ({ limit }: Job) => limit.requests <= TIGHT;
	const lanes = [JOBS.filter(isTight), JOBS.filter((job) => !isTight(job))];
	return (await Promise.all(lanes.map(goThroughAll))).flat();
}

async function measureSharing(): Promise<Sharing[]> {
	const found: Sharing[] = [];
	for (const job of JOBS.filter(
		({ limit, rowsPerRequest }) => limit.requests * rowsPerRequest <= MOST_ROWS_OF_WINDOW,
	)) {
		for (const workers of WORKERS) {
			const shared = await withWorkers(workers, async (started) => await share(started, job));
			found.push({ job, workers, shared });
			console.log(job.folder, job.operation, workers, JSON.stringify(shared));
		}
	}
	return found;
}

/** What `npm run bench:limits` does: docs/limits.md. */
async function main(): Promise<void> {
	const alone = await measureAlone();
	const sharing = await measureSharing();
	const parts = [
		conditions({ n8n: n8nVersion() }),
		'## One n8n',
		aloneTable(alone),
		'## Several workers that share a key',
		sharingTable(sharing),
	];
	await writeMeasured('limits.md', parts.join('\n\n'));
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
