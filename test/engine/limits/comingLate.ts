import { setTimeout as delay } from 'node:timers/promises';

import type { Job } from './jobs';
import { Stage } from './stage';
import type { Worker } from './worker';

/** When the second process comes, in windows: the first has then used up two windows and the beginning of the third. */
const LATE_AT = 2.6;
/** Windows in which they find their shares, and those that are counted after that. */
const LEARNING = 6;
const COUNTED = 3;

/** How a process got on that came while another one used up each window. */
export interface Late {
	/** Its rows that were written in the counted windows, in percent of what the limit allows then. */
	percentOfLate: number;
	/** Rows that were written more than once. */
	repeated: number;
}

/** Starts one process, and a second one when the first has been alone for a while. */
export async function comeLate([first, second]: Worker[], job: Job): Promise<Late> {
	const windowMs = (job.limit.perSeconds * 1_000) / job.timeScale;
	const rowsEach = job.limit.requests * job.rowsPerRequest * Math.ceil(LATE_AT + LEARNING + COUNTED + 1);
	const valuesOfLate = new Set<unknown>(
		Array.from({ length: rowsEach }, (_, place) => Object.values(job.item(rowsEach + place))).flat(),
	);
	const stage = await Stage.open(job);
	const writtenByLate = () => [...stage.journal().written.keys()].filter((row) => valuesOfLate.has(row)).length;
	try {
		first?.run(stage.order(0, rowsEach)).catch(() => {});
		while (stage.journal().accepted.length === 0) await delay(1);
		await delay(LATE_AT * windowMs);
		second?.run(stage.order(rowsEach, rowsEach)).catch(() => {});
		await delay(LEARNING * windowMs);
		const before = writtenByLate();
		await delay(COUNTED * windowMs);
		const counted = writtenByLate() - before;
		return {
			percentOfLate: (100 * counted) / (COUNTED * job.limit.requests * job.rowsPerRequest),
			repeated: [...stage.journal().written.values()].filter((count) => count > 1).length,
		};
	} finally {
		await Promise.all([first?.kill(), second?.kill()]);
		await stage.close();
	}
}
