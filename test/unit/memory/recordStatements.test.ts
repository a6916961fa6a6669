import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { runMemory } from '../../../nodes/shared/memory/runMemory';
import { recordStatements } from '../../../nodes/shared/memory/recordStatements';

const isOther = (name: string) => (met: { name: string[] }) => met.name[0] !== name;

/** A run of the node that tells these names, each of the record "1". @returns of each the item that it met */
function run(context: Record<string, unknown>, { turn = 0, work = 'add', execution = '1' }, ...names: string[]) {
	const memory = runMemory(context, { run: `${turn} ${work}`, work, turn, execution });
	const met = names.map((name, index) => memory.statements.meet({ ids: ['1'], name: [name] }, index, isOther(name)));
	return {
		memory,
		met: met.map(
			(statement) => statement && `${statement.name[0]}, ${statement.index}${statement.isEarlierRun ? ' earlier' : ''}`,
		),
	};
}

/** As n8n returns data that it has stored with an execution. */
const stored = (context: Record<string, unknown>): Record<string, unknown> =>
	JSON.parse(JSON.stringify(context)) as Record<string, unknown>;

describe('a memory of the statements that rows make about their records', () => {
	it('finds the statements of earlier turns, also when they ended well and n8n has stored them between', () => {
		const context = {};
		run(context, { turn: 0 }, 'Ann').memory.forget();
		expect(run(context, { turn: 1 }, 'Ann', 'Bob').met).toEqual([undefined, 'Ann, 0 earlier']);
		const later = stored(context);
		expect(run(later, { turn: 2, execution: '2' }, 'Bob').met).toEqual(['Ann, 0 earlier']);
	});

	it('does not find those of an earlier try of the same turn, or of a later turn, also if rows were corrected between', () => {
		const context = {};
		run(context, { turn: 0 }, 'Ann');
		run(context, { turn: 1 }, 'Ann');
		expect(run(context, { turn: 1 }, 'Ann').met).toEqual([undefined]);
		expect(run(context, { turn: 0 }, 'Bob').met).toEqual([undefined]);
		expect(run(stored(context), { turn: 0, execution: '2' }, 'Cal').met).toEqual([undefined]);
		expect(run(context, { turn: 1 }, 'Ann').met).toEqual(['Bob, 0 earlier']);
	});

	it('takes back the statements of this run, and no others', () => {
		const context = {};
		run(context, { turn: 0 }, 'Ann').memory.forget();
		const kept = JSON.stringify(context);
		const { memory } = run(context, { turn: 1 }, 'Ann');
		memory.statements.meet({ ids: ['2'], name: ['Bob'] }, 0);
		memory.withdrawStatements();
		memory.forget();
		expect(JSON.stringify(context)).toBe(kept);
		expect(run(context, { turn: 1 }, 'Bob').met).toEqual(['Ann, 0 earlier']);
	});

	it('does not find those of another operation or account', () => {
		const context = {};
		run(context, { work: 'account 1' }, 'Ann');
		expect(run(context, { turn: 1, work: 'account 2' }, 'Bob').met).toEqual([undefined]);
	});

	it('leaves nothing behind if no row has made a statement', () => {
		const context = {};
		run(context, {}).memory.forget();
		expect(context).toEqual({});
	});

	it('ignores data that another version of the node has stored', () => {
		const kept = { add: [JSON.stringify([0, 0, ['1'], ['Ann']]), 'x', [0, 0, ['1'], ['Cal']], '[0,0,"1","Bob"]'] };
		expect(recordStatements(kept, 'add', 1).meet({ ids: ['1'], name: ['Bob'] }, 0, isOther('Bob'))).toMatchObject({
			name: ['Ann'],
		});
	});

	it('finds the same in turns as in one run, stored by n8n after any turn', () => {
		const row = fc.record({ id: fc.constantFrom('1', '2', '3'), name: fc.constantFrom('Ann', 'Bob') });
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.array(row, { maxLength: 4 }), fc.boolean()), { maxLength: 6 }), (turns) => {
				const whole = recordStatements({}, 'add', 0);
				let kept: Record<string, unknown> = {};
				turns.forEach(([rows, isStored], turn) => {
					if (isStored) kept = stored(kept);
					const statements = recordStatements(kept, 'add', turn);
					for (const [index, { id, name }] of rows.entries()) {
						const telling = { ids: [id], name: [name] };
						const met = whole.meet(telling, index, isOther(name));
						expect(statements.meet(telling, index, isOther(name))?.name).toEqual(met?.name);
					}
				});
			}),
		);
	});

	it('shows a created record to later turns, also when n8n has stored it, and not to other tries of the same turn', () => {
		const context = {};
		const made = { index: 3, row: 'row', id: 413 };
		const first = run(context, { turn: 1 }).memory;
		first.keepMade('record', made);
		expect(first.made('record')).toBeUndefined();
		first.forget();
		expect(run(context, { turn: 1 }).memory.made('record')).toBeUndefined();
		const later = run(stored(context), { turn: 2, execution: '2' }).memory;
		later.keepMade('record', { ...made, id: 500 });
		expect([later.made('record'), later.made('another')]).toEqual([made, undefined]);
	});

	it('is searched once, not in each of many turns', () => {
		const kept: Record<string, unknown> = {};
		let looked = 0;
		for (let turn = 0; turn < 1_000; turn++) {
			const name = new Proxy([`${turn}`], { get: (target, member) => ((looked += 1), Reflect.get(target, member)) });
			recordStatements(kept, 'add', turn).meet({ ids: [`${turn}`], name }, 0, () => true);
		}
		expect(looked).toBeLessThan(100_000);
	});
});
