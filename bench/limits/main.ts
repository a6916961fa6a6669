import { readFileSync } from 'node:fs';
import { goThrough } from '../../test/engine/limits/alone';
import { JOBS, type Job } from '../../test/engine/limits/jobs';
import { share } from '../../test/engine/limits/sharing';
import { withWorkers } from '../../test/engine/limits/worker';
import { runBenchmark } from '../command';
import { conditions } from '../conditions';
import { writeMeasured } from '../generated';
import { aloneTable, sharingTable, type Alone, type Sharing } from './tables';

const ROWS = [300, 1_500, 5_000];
/** While somebody else uses the key, too. */
const ROWS_BESIDE = 1_500;
const WORKERS = [2, 3, 5];
/** One window of batches has more rows than five processes need. */
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

/** n8n waits nearly all the time, so that several go on beside each other, each with a sandbox of its own. */
async function inLanes<T>(lanes: Job['folder'][][], measure: (jobs: Job[]) => Promise<T[]>): Promise<T[]> {
	const jobsOf = (folders: Job['folder'][]) => JOBS.filter(({ folder }) => folders.includes(folder));
	return (await Promise.all(lanes.map(async (folders) => await measure(jobsOf(folders))))).flat();
}

async function shareAll(jobs: Job[]): Promise<Sharing[]> {
	const found: Sharing[] = [];
	for (const job of jobs.filter(
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
	const alone = await inLanes([['Kakiyo'], ['KaiCalls'], ['Kairo', 'Kayse']], goThroughAll);
	const sharing = await inLanes([['Kakiyo', 'KaiCalls', 'Kairo'], ['Kayse']], shareAll);
	const parts = [
		conditions({ n8n: n8nVersion() }),
		'## One n8n',
		aloneTable(alone),
		'## Several workers that share a key',
		sharingTable(sharing),
	];
	await writeMeasured('limits.md', parts.join('\n\n'));
}

runBenchmark(main);
