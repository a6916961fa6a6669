import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Turns } from '../../../nodes/shared/limits/turns';

interface Item {
	run: number;
	urgent: boolean;
	id: number;
}

/** All in the order in which they get their turn. */
function drained(turns: Turns<Item>): Item[] {
	const all: Item[] = [];
	for (let first = turns.first(); first; first = turns.first()) {
		expect(turns.shift()).toBe(first);
		all.push(first);
	}
	expect(turns.length).toBe(0);
	return all;
}

const items: fc.Arbitrary<Item[]> = fc
	.array(fc.record({ run: fc.nat(4), urgent: fc.boolean() }), { maxLength: 40 })
	.map((all) => all.map((item, id) => ({ ...item, id })));

function filled(all: Item[]) {
	const turns = new Turns<Item>();
	for (const item of all) turns.push(item);
	return turns;
}

/** In rounds: the first of each run, then the second of each. */
function inRounds(all: Item[]): Item[] {
	const runs = [...new Set(all.map(({ run }) => run))].map((run) => all.filter((item) => item.run === run));
	return all.flatMap((_, round) => runs.flatMap((run) => run[round] ?? []));
}

describe('turns', () => {
	it('let urgent requests go first, in its order, and then the runs by turns, each in its order', () => {
		fc.assert(
			fc.property(items, (all) => {
				const normal = all.filter(({ urgent }) => !urgent);
				expect(drained(filled(all))).toEqual([...all.filter(({ urgent }) => urgent), ...inRounds(normal)]);
			}),
		);
	});

	it('give a run that comes later its turn after one of each other run, and no run two turns before another has one', () => {
		const steps = fc.array(fc.option(fc.nat(4), { nil: undefined }), { maxLength: 200 });
		fc.assert(
			fc.property(steps, (all) => {
				const turns = new Turns<Item>();
				const waiting = new Map<number, number>();
				/** For each run in line, who had a turn since it came or had its own. */
				const hadTurn = new Map<number, Set<number>>();
				all.forEach((run, id) => {
					if (run !== undefined) {
						turns.push({ run, urgent: false, id });
						if (!waiting.get(run)) hadTurn.set(run, new Set());
						waiting.set(run, (waiting.get(run) ?? 0) + 1);
						return;
					}
					const item = turns.shift();
					if (!item) return;
					waiting.set(item.run, (waiting.get(item.run) ?? 0) - 1);
					for (const [other, since] of hadTurn) {
						if (other === item.run || !waiting.get(other)) continue;
						expect(since).not.toContain(item.run);
						since.add(item.run);
					}
					hadTurn.set(item.run, new Set());
				});
			}),
		);
	});

	it('go on as before when some have left the line', () => {
		fc.assert(
			fc.property(items, fc.uniqueArray(fc.nat(40)), (all, leaving) => {
				const stays = ({ id }: Item) => !leaving.includes(id);
				const turns = filled(all);
				turns.filter(stays);
				const left = all.filter(stays);
				expect(turns.length).toBe(left.length);
				const ended = drained(turns);
				expect(ended.map(({ id }) => id).sort()).toEqual(left.map(({ id }) => id).sort());
				expect(ended.slice(0, left.filter(({ urgent }) => urgent).length).every(({ urgent }) => urgent)).toBe(true);
				for (const run of [0, 1, 2, 3, 4]) {
					const ofRun = (list: Item[]) => list.filter((item) => item.run === run && !item.urgent);
					expect(ofRun(ended)).toEqual(ofRun(left));
				}
				turns.push({ run: 1, urgent: false, id: -1 });
				expect(drained(turns)).toHaveLength(1);
			}),
		);
	});
});
