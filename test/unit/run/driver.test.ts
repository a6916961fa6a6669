import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { invalidInput, ItemFailure, type Failure } from '../../../nodes/shared/contract/failure';
import type { Operation } from '../../../nodes/shared/contract/operation';
import { eachItem } from '../../../nodes/shared/operations/eachItem';
import { readSpacing } from '../../../nodes/shared/run/nodeOptions';
import { Driving, ends, reportsOf } from '../support/driving';

type End = 'done' | 'crash' | Failure['kind'];

/** Items whose `end` says how their work ends, again in each try. */
function scripted(stopOnFailure = false, isTool = false) {
	/** Items worked in each try, in order. */
	const worked: unknown[][] = [];
	const operation = eachItem((item) => {
		const name = item.parameter('name');
		const end = item.parameter('end');
		if (end === 'input') throw invalidInput('"Name" is empty', '');
		return {
			identity: { effect: name },
			async perform({ time, index, send }) {
				worked.at(-1)?.push(name);
				await time.sleep(index + 1);
				if (end === 'done') return [{ name: String(name) }];
				if (end === 'crash') await send({ request: { method: 'POST', path: '/things', query: {} } });
				if (end === 'crash') throw new TypeError('x is not a function');
				throw new ItemFailure({ kind: end as Failure['kind'], message: String(end), description: '' });
			},
		};
	});
	const driving = new Driving(operation, { stopOnFailure, isTool });
	return {
		worked,
		driving,
		go: async (all: End[], names = all.map((_, index) => `item ${index}`)) => {
			worked.push([]);
			return await driving.over(all.map((end, index) => ({ end, name: names[index] })));
		},
	};
}

const anyEnd = fc.constantFrom<End>('done', 'refused', 'unavailable', 'unknown', 'skipped', 'input', 'crash');
const reportedAs = (end: End): string => (end === 'crash' ? 'unknown' : end);

describe('a run', () => {
	it('gives every item its own outcome', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyEnd, { maxLength: 8 }), async (all) => {
				expect(ends(await scripted().go(all))).toEqual(all.map(reportedAs));
			}),
		);
	});

	it('gives every item its own rows', async () => {
		expect(reportsOf(await scripted().go(['done', 'done']))).toEqual([[{ name: 'item 0' }], [{ name: 'item 1' }]]);
	});

	it.each(['GET', undefined] as const)(
		'says that an unforeseen crash changed nothing, if only reads were sent: %s',
		async (method) => {
			const reading = eachItem(() => ({
				identity: { effect: null },
				async perform({ send }) {
					if (method) await send({ request: { method, path: '/things', query: {} } });
					throw new TypeError('x is not a function');
				},
			}));
			expect(ends(await new Driving(reading).over([{}]))).toEqual(['unavailable']);
		},
	);

	it('says on every item that it may have been done, after an unforeseen crash', async () => {
		const driving = new Driving({
			advice: {},
			begin: () => ({
				read: () => ({ effect: null }),
				perform: async () => await Promise.reject(new TypeError('x is not a function')),
			}),
		});
		expect(ends(await driving.over([{}, {}]))).toEqual(['unknown', 'unknown']);
	});
});

describe('a further try', () => {
	it('never performs done or unknown items again, and performs all others again', async () => {
		const tries = fc.integer({ min: 1, max: 5 }).chain((items) => {
			const one = fc.array(anyEnd, { minLength: items, maxLength: items });
			return fc.array(one, { minLength: 2, maxLength: 4 });
		});
		await fc.assert(
			fc.asyncProperty(tries, async (script) => {
				const { go, worked } = scripted();
				let kept = new Map<number, string>();
				for (const all of script) {
					const answers = ends(await go(all));
					const due = all.flatMap((end, item) => (kept.has(item) || end === 'input' ? [] : [`item ${item}`]));
					expect(worked.at(-1)).toEqual(due);
					answers.forEach((end, item) => {
						const wanted = all[item] ?? 'done';
						expect(end).toBe(wanted === 'input' ? 'input' : (kept.get(item) ?? reportedAs(wanted)));
						if (end === 'done' || end === 'unknown') kept.set(item, end);
					});
					// When everything is done there is nothing to come back to: n8n runs the node no further time.
					if (answers.every((end) => end === 'done')) kept = new Map();
				}
			}),
		);
	});

	it('finds a finished item by its effect, not by its place among the items', async () => {
		const { go, worked } = scripted();
		await go(['done', 'refused', 'done'], ['a', 'b', 'c']);
		const run = await go(['done', 'done', 'done', 'done'], ['new', 'c', 'b', 'a']);
		expect(worked.at(-1)).toEqual(['new', 'b']);
		expect(reportsOf(run)).toEqual(['new', 'c', 'b', 'a'].map((name) => [{ name }]));
	});

	it('works both of two equal items, and finds both again', async () => {
		const { go, worked } = scripted();
		await go(['done', 'done', 'refused'], ['same', 'same', 'other']);
		await go(['done', 'done', 'done'], ['same', 'same', 'other']);
		expect(worked).toEqual([['same', 'same', 'other'], ['other']]);
	});

	it('finds the items after n8n has stored the execution and read it back', async () => {
		const { go, worked, driving } = scripted();
		await go(['done', 'unknown', 'refused']);
		const stored: unknown = JSON.parse(JSON.stringify(driving.context));
		Object.assign(driving.context, stored);
		expect(ends(await go(['done', 'done', 'done']))).toEqual(['done', 'unknown', 'done']);
		expect(worked.at(-1)).toEqual(['item 2']);
	});

	it('leaves nothing behind for n8n to store when everything was done', async () => {
		const { go, driving } = scripted();
		await go(['done', 'refused']);
		expect(driving.context).not.toEqual({});
		await go(['done', 'done']);
		expect(driving.context).toEqual({});
	});

	it('of an agent’s tool performs done items again, never unknown ones', async () => {
		const { go, worked } = scripted(false, true);
		for (const end of ['done', 'done', 'unknown', 'done'] as const) await go([end]);
		expect(worked.map(({ length }) => length)).toEqual([1, 1, 1, 0]);
	});
});

describe('On Error = Stop', () => {
	it('works no item when one item’s own data is unfit', async () => {
		const { go, worked } = scripted(true);
		expect(ends(await go(['done', 'done', 'input']))).toEqual(['skipped', 'skipped', 'input']);
		expect(worked).toEqual([[]]);
	});

	it('finds all unfit items at once', async () => {
		const { go } = scripted(true);
		expect(ends(await go(['input', 'done', 'input']))).toEqual(['input', 'skipped', 'input']);
	});

	it('performs skipped items in the next try', async () => {
		const { go, worked } = scripted(true);
		await go(['done', 'input']);
		expect(ends(await go(['done', 'done']))).toEqual(['done', 'done']);
		expect(worked).toEqual([[], ['item 0', 'item 1']]);
	});

	it('starts nothing further once an item has failed, and waits for the requests under way', async () => {
		for (const end of ['refused', 'unavailable', 'unknown'] as const) {
			const { go, worked } = scripted(true);
			const run = await go([end, ...Array.from({ length: 2_999 }, () => 'done' as const)]);
			const underWay = worked.at(-1)?.length ?? 0;
			expect(underWay).toBeLessThan(1_500);
			expect(ends(run).filter((kind) => kind === 'done')).toHaveLength(underWay - 1);
			expect(ends(run).filter((kind) => kind === 'skipped')).toHaveLength(3_000 - underWay);
		}
	});
});

describe('the Stop button', () => {
	it('ends the reading of items, too', async () => {
		let read = 0;
		const driving = new Driving(
			eachItem(() => {
				read += 1;
				return { identity: { effect: read }, perform: async () => [] };
			}),
			{ isCancelled: () => read >= 3 },
		);
		expect(ends(await driving.over(Array.from({ length: 10 }, () => ({}))))).toEqual(Array(10).fill('skipped'));
		expect(read).toBe(3);
	});

	it.each([
		['goes on to what follows all items, such as to wait for their calls', false],
		['leaves that out once it is pressed, though all items are done', true],
	])('%s', async (_, isPressed) => {
		let worked = 0;
		let finished = 0;
		const each = eachItem(() => ({
			identity: { effect: worked },
			async perform() {
				worked += 1;
				return [];
			},
		}));
		const operation: Operation = {
			...each,
			begin: (statements) => ({
				...each.begin(statements),
				async finish() {
					finished += 1;
				},
			}),
		};
		await new Driving(operation, { isCancelled: () => isPressed && worked === 1 }).over([{}]);
		expect([worked, finished]).toEqual([1, isPressed ? 0 : 1]);
	});
});

describe('Request Options > Batching', () => {
	it('applies: so many items, then a pause', async () => {
		const at: number[] = [];
		const driving = new Driving(
			eachItem((item) => ({
				identity: { effect: item.index },
				async perform({ time }) {
					at.push(time.now());
					return [];
				},
			})),
			{ spacing: readSpacing({ batching: { batch: { batchSize: 2, batchInterval: 1_000 } } }) },
		);
		const start = driving.time.now();
		await driving.over(Array.from({ length: 5 }, () => ({})));
		expect(at.map((time) => time - start)).toEqual([0, 0, 1_000, 1_000, 2_000]);
	});

	it.each([{ batchSize: -1, batchInterval: 1_000 }, { batchSize: 2, batchInterval: 0 }, {}])(
		'is off with %j',
		(batch) => {
			expect(readSpacing({ batching: { batch } })).toBeUndefined();
		},
	);
});
