import { setTimeout as delay } from 'node:timers/promises';

import type { Job } from './jobs';
import { Stage } from './stage';
import type { Worker } from './worker';

/** Windows in which the processes find out that there are others. */
const LEARNING = 3;
/** Windows that are counted after that. */
const COUNTED = 9;

/** How processes got on that share a key. */
export interface Shared {
	/** Requests refused after the third window, in percent of all requests after it. */
	refusedPercent: number;
	/** Requests accepted after the third window, in percent of those that the limit allows then. */
	usedPercent: number;
	/** Rows that were written more than once. */
	repeated: number;
}

/**
 * Gives each process more rows than the limit allows, starts them at once, and ends them all when enough windows have passed.
 * The windows begin with the first request.
 */
export async function share(workers: Worker[], job: Job): Promise<Shared> {
	const { limit, rowsPerRequest, timeScale } = job;
	const windowMs = limit.perSeconds * 1_000;
	const windows = LEARNING + COUNTED;
	// Enough for one that takes the whole limit.
	const rowsEach = limit.requests * rowsPerRequest * (windows + 1);
	const stage = await Stage.open(job);
	try {
		for (const [index, worker] of workers.entries()) {
			worker.run(stage.order(index * rowsEach, rowsEach)).catch(() => {});
		}
		while (stage.journal().accepted.length === 0) await delay(1);
		const start = stage.journal().accepted[0] ?? NaN;
		await delay((windows * windowMs) / timeScale);
		const { accepted, refused, written } = stage.journal();
		const after = (times: number[]) =>
			times.filter((time) => time >= start + LEARNING * windowMs && time < start + windows * windowMs).length;
		const [counted, tooMany] = [after(accepted), after(refused)];
		return {
			refusedPercent: (100 * tooMany) / (counted + tooMany),
			usedPercent: (100 * counted) / (COUNTED * limit.requests),
			repeated: [...written.values()].filter((count) => count > 1).length,
		};
	} finally {
		await Promise.all(workers.map(async (worker) => await worker.kill()));
		await stage.close();
	}
}
