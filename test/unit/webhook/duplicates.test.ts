import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { DuplicateMemory } from '../../../nodes/shared/webhook/duplicates';

const CAPACITY = 5;

describe('the memory of duplicates', () => {
	it('admits each of the last deliveries once, in any order and for any number of repeats', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: CAPACITY }), { maxLength: 60 }), (sequence) => {
				const memory = new DuplicateMemory(CAPACITY);
				const admitted = sequence.filter((delivery) => memory.admit('trigger', String(delivery), []));
				expect(admitted).toEqual([...new Set(sequence)]);
			}),
		);
	});

	it('never holds more than its capacity, and keeps the latest', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.string(), { maxLength: 40 }), (deliveries) => {
				const memory = new DuplicateMemory(CAPACITY);
				for (const delivery of deliveries) {
					expect(memory.admit('trigger', delivery, memory.recent('trigger'))).toBe(true);
					expect(memory.recent('trigger').length).toBeLessThanOrEqual(CAPACITY);
				}
				expect(memory.recent('trigger')).toEqual(deliveries.slice(-CAPACITY));
			}),
		);
	});

	it('reads the deliveries before a restart from static data', () => {
		const before = new DuplicateMemory(CAPACITY);
		before.admit('trigger', 'a', []);
		before.admit('trigger', 'b', []);
		const stored = before.recent('trigger');

		const after = new DuplicateMemory(CAPACITY);
		expect(after.admit('trigger', 'a', stored)).toBe(false);
		expect(after.admit('trigger', 'c', stored)).toBe(true);
		expect(after.recent('trigger')).toEqual(['a', 'b', 'c']);
	});

	it('combines the data of deliveries that stored at the same time', () => {
		const memory = new DuplicateMemory(CAPACITY);
		memory.admit('trigger', 'a', []);
		memory.admit('trigger', 'b', []);
		memory.admit('trigger', 'c', ['x']);
		expect(new Set(memory.recent('trigger'))).toEqual(new Set(['x', 'a', 'b', 'c']));
	});

	it('admits an event again whose note was withdrawn, although static data still has it', () => {
		const memory = new DuplicateMemory(CAPACITY);
		memory.admit('trigger', 'a', []);
		memory.withdraw('trigger', 'a');
		expect(memory.knows('trigger', 'a', ['a'])).toBe(false);
		expect(memory.recent('trigger')).toEqual([]);
		expect(memory.admit('trigger', 'a', ['a'])).toBe(true);
		expect(memory.admit('trigger', 'a', ['a'])).toBe(false);
	});

	it('separates triggers', () => {
		const memory = new DuplicateMemory(CAPACITY);
		expect(memory.admit('one', 'a', [])).toBe(true);
		expect(memory.admit('other', 'a', [])).toBe(true);
	});

	it('forgets a deleted trigger', () => {
		const memory = new DuplicateMemory(CAPACITY);
		memory.admit('trigger', 'a', []);
		memory.drop('trigger');
		expect(memory.recent('trigger')).toEqual([]);
		expect(memory.admit('trigger', 'a', [])).toBe(true);
	});
});
