import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Failure } from '../../../nodes/shared/contract/failure';
import type { Outcome } from '../../../nodes/shared/contract/outcome';
import { summarize } from '../../../nodes/shared/run/summary';
import { ranges } from '../../../nodes/shared/values/ranges';

const failure = (kind: Failure['kind']): Failure => ({ kind, message: 'It went wrong', description: 'Mend it.' });

/** The numbers that a text of ranges names. */
const numbersIn = (text: string): number[] =>
	text.split(', ').flatMap((part) => {
		const [from = 0, to = from] = part.split(' to ').map(Number);
		return Array.from({ length: to - from + 1 }, (_, index) => from + index);
	});

describe('ranges', () => {
	it('name all numbers and no other, in order', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat({ max: 60 }), { minLength: 1 }), (numbers) => {
				expect(numbersIn(ranges(numbers))).toEqual([...numbers].sort((a, b) => a - b));
			}),
		);
	});

	it('are as short as can be', () => {
		expect(ranges([5, 2, 0, 1])).toBe('0 to 2, 5');
		expect(ranges([7])).toBe('7');
	});
});

describe('the summary of a run that stopped', () => {
	it('accounts for every item once', () => {
		const outcomes = new Map<number, Outcome>([
			[0, { rows: [] }],
			[1, { rows: [{ json: {} }] }],
			[3, { failure: failure('unknown') }],
			[4, { failure: failure('refused') }],
			[5, { failure: failure('input') }],
			[6, { failure: failure('skipped') }],
			[8, { failure: { ...failure('unavailable'), mayBeDone: true } }],
			[9, { failure: { ...failure('unavailable'), isStarted: true } }],
		]);
		expect(summarize(outcomes, 10)).toBe(
			'Done: item 0 to 1. Started, not finished: item 9. Not done: item 4 to 5. Perhaps done: item 8. Unknown: item 3. Not sent: item 2, 6 to 7',
		);
	});
});
