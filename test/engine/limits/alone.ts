import type { Job } from './jobs';
import { startSomebodyElse } from './somebodyElse';
import { Stage } from './stage';
import type { Worker } from './worker';

/** How one n8n came through a number of rows. */
export interface Through {
	/** Rows that were written once, as often as they should be. */
	once: number;
	/** Rows that were written more than once. */
	repeated: number;
	/** Items at the node's output. */
	items: number;
	/** What n8n says of the execution, or of an item. */
	error: string | undefined;
	/** The vendor's windows that it took, and how many there must be at least. */
	windows: number;
	fewestWindows: number;
	/** Requests of the job, and of these the refused ones. */
	requests: number;
	refused: number;
	/** Requests of somebody else. */
	foreign: number;
}

/** In how many windows of a vendor these requests are: one opens with the first request after the end of the last. */
function windowsOf(times: number[], windowMs: number): number {
	let [count, endsAt] = [0, -Infinity];
	for (const time of times) {
		if (time < endsAt) continue;
		count += 1;
		endsAt = time + windowMs;
	}
	return count;
}

/** Runs a job in one process. @param withSomebodyElse whether another program takes a third of the limit meanwhile */
export async function goThrough(
	worker: Worker | undefined,
	job: Job,
	rows: number,
	withSomebodyElse: boolean,
): Promise<Through> {
	if (!worker) throw new Error('No process was started');
	const stage = await Stage.open(job);
	const { baseUrl, apiKey } = stage.account;
	const stopOther = withSomebodyElse ? startSomebodyElse(job, baseUrl, apiKey) : async () => {};
	try {
		const { items, error } = await worker.run(stage.order(0, rows)).finally(stopOther);
		const { written, accepted, refused, ownAccepted, ownRefused } = stage.journal();
		const times = [...written.values()];
		return {
			once: times.filter((count) => count === 1).length,
			repeated: times.filter((count) => count > 1).length,
			items,
			error,
			windows: windowsOf(ownAccepted, job.limit.perSeconds * 1_000),
			fewestWindows: Math.ceil(rows / job.rowsPerRequest / job.limit.requests),
			requests: ownAccepted.length + ownRefused.length,
			refused: ownRefused.length,
			foreign: accepted.length + refused.length - ownAccepted.length - ownRefused.length,
		};
	} finally {
		await stage.close();
	}
}
