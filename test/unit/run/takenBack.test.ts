import { describe, expect, it } from '@jest/globals';

import { ItemFailure } from '../../../nodes/shared/contract/failure';
import { KeyLog } from '../../../nodes/shared/memory/keyLog';
import { Leases, SLOT_MS, SLOW_MS } from '../../../nodes/shared/memory/lease';
import { WatchedStore } from '../../../nodes/shared/memory/watchedStore';
import { Intents } from '../../../nodes/shared/run/intents';
import { KeyTable } from '../support/keyTable';
import { ManualTime } from '../support/manualTime';

const KEY = 'call Ann';

const ANSWER_MS = 100;

/** Until the vendor's window is over. */
const WINDOW_MS = 60_000;

/** The table of a node, and the workers of n8n that write to it. */
class Workers {
	readonly time = new ManualTime();

	readonly table = new KeyTable(this.time);

	/** How often the call was placed. */
	placed = 0;

	/** @param removeMs from reading to writing, when it removes keys */
	start(removeMs = 3) {
		const { remove } = this.table.store(() => [2, removeMs]);
		const store = new WatchedStore({ ...this.table.store(), remove }, this.time, SLOW_MS);
		const log = new KeyLog(store, this.time);
		const leases = new Leases({ log, store, time: this.time });
		/** A try of the one execution, which calls Ann. */
		const attempt = () => {
			const lease = leases.ofRun('execution', () => false);
			const keys = { vendorName: 'Acme', of: () => [KEY], ofTry: () => [], doneBy: () => KEY };
			const intents = new Intents({ keyLog: log, lease }, keys);
			const intent = intents.trailOf([0]).intentOf('call');
			return {
				/** The vendor answers 429. */
				isRefused: async (answerMs = ANSWER_MS): Promise<void> => {
					await intent.declare();
					await this.time.sleep(answerMs);
					await intent.withdraw();
				},
				/** @returns why it was not placed; nothing when it was */
				place: async (): Promise<string | undefined> => {
					try {
						await intent.declare();
					} catch (thrown) {
						return thrown instanceof ItemFailure ? thrown.failure.kind : String(thrown);
					}
					this.placed += 1;
					return undefined;
				},
				end: async (): Promise<void> => await intents.flush(),
			};
		};
		return { log, attempt };
	}

	/** Another worker writes a key of another execution. @param writeMs from reading to writing */
	async rival(afterMs: number, writeMs: number): Promise<void> {
		await this.time.sleep(afterMs);
		await this.table.store(() => [2, writeMs]).record([`rival ${afterMs}`], false);
	}

	/** Lets the worker lose a key, so that it knows that it is not alone. */
	async showRival({ log }: { log: KeyLog }): Promise<void> {
		await Promise.all([log.write({ keys: ['lost'] }), this.rival(1, 3)]);
		await log.write({ keys: ['found out'] });
	}

	get hasKey(): boolean {
		return this.table.keys.some((key) => key.startsWith(KEY));
	}
}

/** Writes of rivals that begin while the key is there and end when it has been removed. */
const OVERLAPPING: Array<[startMs: number, writeMs: number]> = [-3, -1, 1].flatMap((startMs) =>
	[10, 40, 150, 900].map((writeMs): [number, number] => [ANSWER_MS + startMs, writeMs]),
);

/** An attempt that the vendor has refused, on a worker that knows that it is not alone. */
async function refusedBesideRival() {
	const workers = new Workers();
	const { time } = workers;
	const worker = workers.start();
	await time.run(workers.showRival(worker));
	const attempt = worker.attempt();
	await time.run(attempt.isRefused());
	return { workers, time, worker, attempt };
}

describe('a request that the vendor has refused with 429, while another worker writes back the note that was taken back', () => {
	it.each(OVERLAPPING)('is sent after the wait (write from %i ms on, for %i ms)', async (startMs, writeMs) => {
		const workers = new Workers();
		const { time } = workers;
		const attempt = workers.start().attempt();
		// The request leaves after three writes of 5 ms: two for the lease, one for the note.
		const rival = workers.rival(15 + startMs, writeMs);
		await time.run(Promise.all([attempt.isRefused(), rival]));
		expect(workers.hasKey).toBe(true);
		await time.run(time.sleep(WINDOW_MS));
		expect(await time.run(attempt.place())).toBeUndefined();
	});

	it('is sent after a short wait as well, if the worker knows that it is not alone', async () => {
		const { workers, time, attempt } = await refusedBesideRival();
		workers.table.keys.push(`${KEY} call 0`);
		await time.run(time.sleep(50));
		expect(await time.run(attempt.place())).toBeUndefined();
	});

	it('is sent by Retry on another worker, although the run had ended at once', async () => {
		const { workers, time, worker, attempt } = await refusedBesideRival();
		await time.run(worker.log.flush());
		workers.table.keys.push(`${KEY} call 0`);
		await time.run(attempt.end());
		expect(await time.run(workers.start().attempt().place())).toBeUndefined();
	});
});

describe('a note that another try has written stays, and the call is placed once', () => {
	it('by Retry on another worker, in the wait', async () => {
		const workers = new Workers();
		const { time } = workers;
		const first = workers.start().attempt();
		await time.run(first.isRefused());
		await time.run(time.sleep(WINDOW_MS / 2));
		expect(await time.run(workers.start().attempt().place())).toBeUndefined();
		await time.run(time.sleep(WINDOW_MS / 2));
		expect(await time.run(first.place())).toBe('startedBefore');
		expect(workers.placed).toBe(1);
	});

	it('by Retry on another worker, right after an answer that came later than the lease lasted', async () => {
		const workers = new Workers();
		const { time } = workers;
		const first = workers.start().attempt();
		await time.run(first.isRefused(3 * SLOT_MS));
		expect(await time.run(workers.start().attempt().place())).toBeUndefined();
		await time.run(time.sleep(WINDOW_MS));
		expect(workers.hasKey).toBe(true);
		expect(await time.run(first.place())).toBe('startedBefore');
		expect(workers.placed).toBe(1);
	});

	it.each([3, SLOW_MS - 500])(
		'by Retry on another worker, pressed at the same moment as the refusal comes (to remove keys takes %i ms)',
		async (removeMs) => {
			for (let answerMs = 100; answerMs < 3 * SLOT_MS; answerMs += 700) {
				const workers = new Workers();
				const { time } = workers;
				const first = workers.start(removeMs).attempt();
				const second = time.sleep(answerMs).then(async () => await workers.start().attempt().place());
				await time.run(Promise.all([first.isRefused(answerMs), second]));
				const isPlaced = workers.placed === 1;
				await time.run(time.sleep(WINDOW_MS));
				// Its own write may have brought back the note, so that neither places the call, and both say so.
				if (isPlaced) expect(workers.hasKey).toBe(true);
				else expect(await second).toMatch(/startedBefore|unavailable/);
				if (workers.hasKey) expect(await time.run(first.place())).toBe('startedBefore');
				else expect(await time.run(first.place())).toBeUndefined();
				expect(workers.placed).toBeLessThanOrEqual(1);
			}
		},
	);

	it('by a second Retry on the same worker, at any time', async () => {
		for (const afterMs of [0, 150, 199, 200, 500, 1_000, 2_500, 5_000]) {
			const workers = new Workers();
			const { time } = workers;
			const worker = workers.start();
			const first = worker.attempt();
			await time.run(first.isRefused());
			await time.run(time.sleep(afterMs));
			expect(await time.run(worker.attempt().place())).toBeUndefined();
			await time.run(time.sleep(WINDOW_MS));
			expect(workers.hasKey).toBe(true);
			expect(await time.run(first.place())).toBe('startedBefore');
			expect(workers.placed).toBe(1);
		}
	});
});
