import { describe, expect, it } from '@jest/globals';

import { KeyLog } from '../../../nodes/shared/memory/keyLog';
import type { KeyGroup } from '../../../nodes/shared/memory/keyWriter';
import type { KeyStore } from '../../../nodes/shared/memory/keyStore';
import { KeyTable } from '../support/keyTable';
import { ManualTime } from '../support/manualTime';

const group = (...keys: string[]): KeyGroup => ({ keys });

const groups = (count: number, name = 'key'): KeyGroup[] =>
	Array.from({ length: count }, (_, index) => group(`${name} ${index}`));

function setUp() {
	const time = new ManualTime();
	const table = new KeyTable(time);
	const log = () => new KeyLog(table.store(), time);
	return { time, table, log: log(), anotherLog: log };
}

/** Half a second of writing without a rest. @returns reads which keys there are besides */
async function spendOnWriting({ time, table, log }: ReturnType<typeof setUp>): Promise<() => string[]> {
	for (const each of groups(110, 'before')) await time.run(log.write(each));
	return () => table.keys.filter((key) => !key.startsWith('before'));
}

describe('a log of keys', () => {
	it('writes keys that are due at the same instant together', async () => {
		const { time, table, log } = setUp();
		await time.run(Promise.all(groups(5).map(async (each) => await log.write(each))));
		expect(table.writes).toEqual([['key 0', 'key 1', 'key 2', 'key 3', 'key 4']]);
	});

	it('returns the keys that were there before', async () => {
		const { time, log } = setUp();
		await time.run(log.write(group('a', 'b')));
		const there = await time.run(log.write(group('b', 'c')));
		expect(there.has('b')).toBe(true);
		expect(there.has('c')).toBe(false);
	});

	it('writes nothing early while the requests take far longer than the writes, nor in the first half second of writes', async () => {
		const { time, table, log } = setUp();
		const all = groups(20);
		for (const each of all) log.announce(each);
		for (const each of all) {
			await time.run(log.write(each));
			await time.run(time.sleep(1_000));
		}
		const many = groups(50, 'at once');
		for (const each of many) log.announce(each);
		for (const each of many) await time.run(log.write(each));
		expect(new Set(table.writes[0])).toEqual(new Set(['key 0']));
		expect(table.writes).toHaveLength(70);
	});

	it('writes more and more keys at once when the requests take no time', async () => {
		const set = setUp();
		const { time, table, log } = set;
		const keys = await spendOnWriting(set);
		const before = table.writes.length;
		const all = groups(1_000);
		for (const each of all) log.announce(each);
		for (const each of all) await time.run(log.write(each));
		expect(table.writes.length - before).toBeLessThan(20);
		expect(keys()).toHaveLength(1_000);
	});

	it('removes written keys, also together with others, and never writes keys that are no longer due', async () => {
		const set = setUp();
		const { time, log } = set;
		const keys = await spendOnWriting(set);
		const all = groups(30);
		for (const each of all) log.announce(each);
		await time.run(log.write(all[0] ?? group()));
		await time.run(log.write(all[1] ?? group()));
		expect(keys().length).toBeGreaterThan(2);
		await time.run(Promise.all(all.slice(1).map(async (each) => await log.withdraw(each))));
		expect(keys()).toEqual(['key 0']);
		await time.run(log.flush());
		expect(keys()).toEqual(['key 0']);
		expect(log.isIdle).toBe(true);
	});

	it('writes marks along with the next keys, at the latest at the end', async () => {
		const { time, table, log } = setUp();
		await time.run(log.write(group('a')));
		log.mark('a done');
		await time.run(log.write(group('b')));
		log.mark('b done');
		expect(table.keys).toEqual(['a', 'b', 'a done']);
		await time.run(log.flush());
		expect(table.keys).toEqual(['a', 'b', 'a done', 'b done']);
	});

	it('makes no write of its own for marks while other writes include them', async () => {
		const set = setUp();
		const { time, table, log } = set;
		await spendOnWriting(set);
		const before = table.writes.length;
		for (const each of groups(50)) {
			log.mark(`${each.keys[0]} done`);
			await time.run(time.sleep(100));
			await time.run(log.write(each));
		}
		expect(table.writes.length - before).toBe(50);
		log.mark('last done');
		await time.run(time.sleep(10_000));
		expect(table.keys).toContain('last done');
	});

	it('leaves nothing behind if it only reads', async () => {
		const { time, table, log } = setUp();
		await time.run(log.write(group('a')));
		const there = await time.run(log.find(['a', 'b']));
		expect([...there]).toContain('a');
		expect(table.keys).toEqual(['a']);
	});

	it('does not count keys as found that a process left which died while it looked', async () => {
		const { time, table, anotherLog } = setUp();
		// It takes out nothing any more.
		const dying = new KeyLog({ ...table.store(), remove: async () => await new Promise(() => {}) }, time);
		await time.run(dying.write(group('a')));
		void dying.find(['b']);
		await time.run(time.sleep(1_000));
		expect([...(await time.run(anotherLog().find(['a', 'b'])))]).toEqual(['a']);
		expect([...(await time.run(anotherLog().find(['a', 'b'])))]).toEqual(['a']);
		await time.run(anotherLog().withdraw(group('b')));
		await time.run(anotherLog().write(group('b')));
		expect([...(await time.run(anotherLog().find(['b'])))]).toEqual(['b']);
	});

	it('gives a key to one of several that want it at the same time', async () => {
		const { time, log } = setUp();
		const found = await time.run(
			Promise.all([group('a', 'b'), group('b', 'c')].map(async (each) => await log.write(each))),
		);
		expect(found.map((there) => [...there])).toEqual([[], ['b']]);
	});

	it('keeps another owner’s key when an owner removes its own from the same write', async () => {
		const set = setUp();
		const { time, table, log, anotherLog } = set;
		await spendOnWriting(set);
		await time.run(anotherLog().write(group('key 1')));
		const all = groups(3);
		for (const each of all) log.announce(each);
		await time.run(log.write(all[0] ?? group()));
		await time.run(log.write(group('at once')));
		expect(table.keys).toContain('key 2');
		await time.run(Promise.all(all.slice(1).map(async (each) => await log.withdraw(each))));
		expect(table.keys).toContain('key 1');
		expect(table.keys).not.toContain('key 2');
	});

	it('holds the keys that a run was the first to write, until that run ends', async () => {
		const { time, log } = setUp();
		const [first, second] = [{}, {}];
		await time.run(log.write({ keys: ['a', 'b'], holder: first }));
		await time.run(log.write({ keys: ['b', 'c'], holder: second }));
		log.release(second);
		expect(['a', 'b', 'c'].map(log.isHeld)).toEqual([true, true, false]);
		log.release(first);
		expect(['a', 'b', 'c'].map(log.isHeld)).toEqual([false, false, false]);
	});

	it('tries again if two make the first entry at once, and reports a store that stays closed', async () => {
		const time = new ManualTime();
		let failures = 2;
		const store: KeyStore = {
			capacity: 10,
			async record() {
				if (failures-- > 0) throw new Error('UNIQUE constraint failed');
				return [];
			},
			remove: async () => {},
		};
		const log = new KeyLog(store, time);
		expect([...(await time.run(log.write(group('a'))))]).toEqual([]);
		failures = 100;
		await expect(time.run(log.write(group('b')))).rejects.toThrow('UNIQUE');
		failures = 0;
		await time.run(log.write(group('c')));
	});
});

describe('two processes that write to the same table at once', () => {
	it('keep their keys: each writes its keys again after the other has overwritten them', async () => {
		const { time, table, log, anotherLog } = setUp();
		const rival = anotherLog();
		const run = async (writer: KeyLog, name: string, pauseMs: number) => {
			for (const each of groups(200, name)) {
				await writer.write(each);
				await time.sleep(pauseMs);
			}
			await writer.flush();
		};
		await time.run(Promise.all([run(log, 'mine', 7), run(rival, 'yours', 11)]));
		const lost = [...groups(200, 'mine'), ...groups(200, 'yours')]
			.flatMap(({ keys }) => keys)
			.filter((key) => !table.keys.includes(key));
		expect(lost).toEqual([]);
	});

	it.each(Array.from({ length: 12 }, (_, startMs) => startMs))(
		'leave nothing behind if one only looks and the other writes back rows that it read before (%i ms later)',
		async (startMs) => {
			const { time, table, log } = setUp();
			await time.run(log.write(group('mine')));
			const other = async () => {
				await time.sleep(startMs);
				await table.store().record(['yours'], false);
			};
			await time.run(Promise.all([log.find(['looked for']), other()]));
			for (let writes = 0; writes < 4; writes++) {
				await time.run(time.sleep(200));
				await time.run(log.write(group(`later ${writes}`)));
			}
			await time.run(log.find(['mine']));
			expect(table.keys.filter((key) => key.startsWith('looked for'))).toEqual([]);
			expect(table.keys).toEqual(expect.arrayContaining(['mine', 'later 0', 'later 3']));
			// n8n would remove such a key once.
			expect(table.writes.filter((keys) => new Set(keys).size < keys.length)).toEqual([]);
		},
	);

	it.each(Array.from({ length: 12 }, (_, startMs) => startMs))(
		'never both have a key that both claim (%i ms later), and one of them has it',
		async (startMs) => {
			const { time, log, anotherLog } = setUp();
			const claimed = async (by: KeyLog, own: string, afterMs: number): Promise<boolean> => {
				await time.sleep(afterMs);
				const there = await by.claim(own, 'wanted', []);
				return there !== undefined && !there.has('wanted');
			};
			const all = await time.run(Promise.all([claimed(log, 'mine', 0), claimed(anotherLog(), 'yours', startMs)]));
			expect(all.filter(Boolean)).toHaveLength(1);
		},
	);
});
