import { describe, expect, it } from '@jest/globals';

import { goThrough } from './alone';
import { comeLate } from './comingLate';
import { JOBS, jobOf, type Job } from './jobs';
import { share } from './sharing';
import { withWorkers } from './worker';

/** A sample of what `npm run bench:limits` measures. */
const MOST_ROWS = 200;
const WINDOWS = 2;
const TIMEOUT_MS = 60_000;

const rowsOf = ({ limit, rowsPerRequest }: Job): number =>
	Math.min(MOST_ROWS, WINDOWS * limit.requests * rowsPerRequest);

/** Few windows pass, so that the time of an answer matters less than in the measured tables. */
const FASTER = 2;

const faster = (job: Job): Job => ({ ...job, timeScale: FASTER * job.timeScale });

const named = JOBS.map((job) => [`${job.folder} ${job.operation}`, faster(job)] as const);

describe('rows against the documented limits, n8n in a process of its own', () => {
	it.each(named)(
		'%s: each row is done once, in the fewest windows or one more, and nothing is refused',
		async (_, job) => {
			const rows = rowsOf(job);
			const through = await withWorkers(1, async ([worker]) => await goThrough(worker, job, rows, false));
			expect(through).toMatchObject({ once: rows, repeated: 0, items: rows, refused: 0, error: undefined });
			expect(through.windows).toBeLessThanOrEqual(through.fewestWindows + 1);
		},
		TIMEOUT_MS,
	);

	it.each(named)(
		'%s: no row is lost or done twice while another program uses the key',
		async (_, job) => {
			const rows = rowsOf(job);
			const through = await withWorkers(1, async ([worker]) => await goThrough(worker, job, rows, true));
			expect(through).toMatchObject({ once: rows, repeated: 0, items: rows, error: undefined });
			expect(through.foreign).toBeGreaterThan(0);
		},
		TIMEOUT_MS,
	);

	it(
		'two workers of queue mode learn to share a key: one request in ten is refused at most, and the limit is used',
		async () => {
			const job = faster(jobOf('Kakiyo', 'one by one'));
			const shared = await withWorkers(2, async (workers) => await share(workers, job));
			expect(shared.repeated).toBe(0);
			expect(shared.refusedPercent).toBeLessThanOrEqual(10);
			expect(shared.usedPercent).toBeGreaterThanOrEqual(85);
		},
		TIMEOUT_MS,
	);

	it(
		'a worker of queue mode that comes while another one uses up each window gets its part, at a vendor that does not say when its window ends',
		async () => {
			const job = faster(jobOf('KaiCalls', 'one by one'));
			const late = await withWorkers(2, async (workers) => await comeLate(workers, job));
			expect(late.repeated).toBe(0);
			expect(late.percentOfLate).toBeGreaterThanOrEqual(25);
		},
		TIMEOUT_MS,
	);
});
