import { describe, expect, it } from '@jest/globals';

import { ItemFailure } from '../../../nodes/shared/contract/failure';
import { KeyLog } from '../../../nodes/shared/memory/keyLog';
import type { KeyStore } from '../../../nodes/shared/memory/keyStore';
import { Leases, SLOT_MS, SLOW_MS } from '../../../nodes/shared/memory/lease';
import { WatchedStore } from '../../../nodes/shared/memory/watchedStore';
import { Intents } from '../../../nodes/shared/run/intents';
import { KeyTable } from '../support/keyTable';
import { ManualTime } from '../support/manualTime';

const ITEMS = 200;
const LANES = 5;

const keysOf = (index: number): string[] => [`item ${index}`];

/** Several processes of n8n over one table, all at the same execution. */
class Processes {
	readonly time = new ManualTime();

	readonly table = new KeyTable(this.time);

	readonly timesSent = new Map<number, number>();

	/** A process of its own: other processes do not share its memory. */
	start(store: KeyStore = this.table.store()) {
		const watched = new WatchedStore(store, this.time, SLOW_MS);
		const log = new KeyLog(watched, this.time);
		const leases = new Leases({ log, store: watched, time: this.time });
		return {
			/** A run over all items, as many at a time as a real one. @returns how many it did not send, by the reason */
			run: async (answerMs: number, isDead: () => boolean = () => false): Promise<Map<string, number>> => {
				const lease = leases.ofRun('execution', isDead);
				const intents = new Intents(
					{ keyLog: log, lease },
					{
						vendorName: 'Acme',
						of: keysOf,
						ofTry: () => [],
						doneBy: (index) => keysOf(index)[0] ?? '',
					},
				);
				const left = Array.from({ length: ITEMS }, (_, index) => index);
				const kept = new Map<string, number>();
				const lane = async () => {
					for (let index = left.shift(); index !== undefined && !isDead(); index = left.shift()) {
						const intent = intents.trailOf([index]).intentOf('call');
						intent.announce();
						try {
							await intent.declare();
							if (isDead()) return;
							this.timesSent.set(index, (this.timesSent.get(index) ?? 0) + 1);
							await this.time.sleep(answerMs + (index % 7));
							intents.done(index);
						} catch (thrown) {
							const kind = thrown instanceof ItemFailure ? thrown.failure.kind : String(thrown);
							kept.set(kind, (kept.get(kind) ?? 0) + 1);
						}
					}
				};
				await Promise.all(Array.from({ length: LANES }, lane));
				if (!isDead()) await intents.flush();
				return kept;
			},
		};
	}

	/** How often each of the items that were sent. */
	get times(): number[] {
		return [...this.timesSent.values()];
	}

	/** The items, as they went out first. */
	get order(): number[] {
		return [...this.timesSent.keys()];
	}
}

const EACH_ONCE = Array(ITEMS).fill(1);

describe('two processes that run the same execution', () => {
	it.each([0, 20, 500])(
		'at once, with answers after %i ms: nothing is sent twice, nothing is left out',
		async (answerMs) => {
			const processes = new Processes();
			const [first, second] = [processes.start(), processes.start()];
			const later = processes.time.sleep(7).then(async () => await second.run(answerMs));
			await processes.time.run(Promise.all([first.run(answerMs), later]));
			expect(processes.times).toEqual(EACH_ONCE);
		},
	);

	it('at once, for long: the second sends nothing and says why', async () => {
		const processes = new Processes();
		const [first, second] = [processes.start(), processes.start()];
		const later = processes.time.sleep(7).then(async () => await second.run(2_000));
		const [, kept] = await processes.time.run(Promise.all([first.run(2_000), later]));
		expect(processes.times).toEqual(EACH_ONCE);
		expect(Object.fromEntries(kept)).toEqual({ unavailable: ITEMS });
	});

	it('one after the other, the first of them killed: the second waits for two slots at most, and does the rest', async () => {
		const processes = new Processes();
		const { time } = processes;
		let isDead = false;
		const first = processes.start().run(100, () => isDead);
		await time.run(time.sleep(1_000));
		isDead = true;
		const killedAt = time.now();
		const sentBefore = processes.times.length;
		const kept = await time.run(processes.start().run(0));
		await time.run(first);
		expect(Math.max(...processes.times)).toBe(1);
		const doubtful = kept.get('startedBefore') ?? 0;
		expect(doubtful + (kept.get('doneBefore') ?? 0)).toBeGreaterThanOrEqual(sentBefore);
		expect(processes.times.length).toBeGreaterThanOrEqual(ITEMS - doubtful);
		expect(time.now() - killedAt).toBeLessThan(3 * SLOT_MS);
	});

	it('one after the other, the first of them finished: the second starts at once', async () => {
		const processes = new Processes();
		const { time } = processes;
		await time.run(processes.start().run(0));
		const endedAt = time.now();
		const kept = await time.run(processes.start().run(0));
		expect(Object.fromEntries(kept)).toEqual({ doneBefore: ITEMS });
		expect(time.now() - endedAt).toBeLessThan(SLOT_MS);
	});

	it.each(['before it reads', 'between reading and writing'])(
		'the first of them held up %s, while the second does the rest',
		async (moment) => {
			const processes = new Processes();
			const { time, table } = processes;
			let writes = 0;
			/** Its sixth write stands still, as when a heavy computation blocks n8n. */
			const heldUp: KeyStore = {
				...table.store(),
				async record(keys, withRoom) {
					writes += 1;
					if (writes !== 6) return await table.store().record(keys, withRoom);
					if (moment === 'before it reads') {
						await time.sleep(10 * SLOT_MS);
						return await table.store().record(keys, withRoom);
					}
					const read = [...table.keys];
					await time.sleep(10 * SLOT_MS);
					table.keys = [...read, ...keys.filter((key) => !read.includes(key))];
					return keys.filter((key) => read.includes(key));
				},
			};
			const first = processes.start(heldUp).run(100);
			const second = time.sleep(3 * SLOT_MS).then(async () => await processes.start().run(100));
			await time.run(Promise.all([first, second]));
			expect(Math.max(...processes.times)).toBe(1);
			expect(processes.times.length).toBeGreaterThanOrEqual(ITEMS - LANES);
		},
	);
});

/** One of its writes takes so long, in between reading and writing. */
function slowIn({ table, time }: Processes, which: number, ms: number): KeyStore {
	let writes = 0;
	return {
		...table.store(),
		async record(keys, withRoom) {
			writes += 1;
			if (writes !== which) return await table.store().record(keys, withRoom);
			const read = [...table.keys];
			await time.sleep(ms);
			table.keys = [...read, ...keys.filter((key) => !read.includes(key))];
			return keys.filter((key) => read.includes(key));
		},
	};
}

describe('a database that takes long for one write', () => {
	// The first two take the lease.
	it.each([3, 4, 8, 20])('does not keep a process that runs alone from sending all (write %i)', async (which) => {
		for (const ms of [SLOW_MS - 1, SLOW_MS + 300, SLOT_MS - 500]) {
			const processes = new Processes();
			const kept = await processes.time.run(processes.start(slowIn(processes, which, ms)).run(300));
			expect(Object.fromEntries(kept)).toEqual({});
			expect(processes.times).toEqual(EACH_ONCE);
		}
	});

	it('that takes longer than the lease is explained: nothing was sent since, and another process may have continued', async () => {
		const processes = new Processes();
		const kept = await processes.time.run(processes.start(slowIn(processes, 5, 4 * SLOT_MS)).run(300));
		expect([...kept.keys()].sort()).toEqual(['startedBefore', 'unavailable']);
		expect(processes.times.length + [...kept.values()].reduce((sum, count) => sum + count, 0)).toBe(ITEMS);
	});

	it.each([1, 2, 3, 5, 9, 15])('never makes two processes send the same (write %i)', async (which) => {
		for (const ms of [0.6, 1, 1.4, 1.9, 2.5, 4].map((slots) => slots * SLOT_MS)) {
			const processes = new Processes();
			const { time } = processes;
			const first = processes.start(slowIn(processes, which, ms)).run(300);
			const second = time.sleep(SLOT_MS / 3).then(async () => await processes.start().run(100));
			await time.run(Promise.all([first, second]));
			expect(Math.max(...processes.times)).toBe(1);
		}
	});
});

it('a process takes an expired lease again, and continues', async () => {
	const processes = new Processes();
	const kept = await processes.time.run(processes.start().run(5 * SLOT_MS));
	expect(Object.fromEntries(kept)).toEqual({});
	expect(processes.times).toEqual(EACH_ONCE);
});

it('a process sends in order, also while it checks that it is the only one', async () => {
	const processes = new Processes();
	await processes.time.run(processes.start().run(1_000));
	expect(processes.order).toEqual(Array.from({ length: ITEMS }, (_, index) => index));
});
