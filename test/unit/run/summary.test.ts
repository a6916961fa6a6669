import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Failure } from '../../../nodes/shared/contract/failure';
import type { Outcome } from '../../../nodes/shared/contract/outcome';
import { summarize } from '../../../nodes/shared/run/summary';
import { ranges } from '../../../nodes/shared/values/ranges';

const failure = (kind: Failure['kind']): Failure => ({ kind, message: 'It went wrong', description: 'Mend it.' });

/** The numbers that a text of ranges names, and how many more it says there are. */
function readRanges(text: string) {
	const [listed = '', more = '0 more'] = text.split(' and ');
	const parts = listed.split(', ');
	const named = parts.flatMap((part) => {
		const [from = 0, to = from] = part.split(' to ').map(Number);
		return Array.from({ length: to - from + 1 }, (_, index) => from + index);
	});
	return { named, parts: parts.length, more: Number.parseInt(more, 10) };
}

describe('ranges', () => {
	it('name the first five parts in order, and how many numbers are in the others', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat({ max: 60 }), { minLength: 1 }), (numbers) => {
				const { named, parts, more } = readRanges(ranges(numbers));
				expect(named).toEqual([...numbers].sort((a, b) => a - b).slice(0, named.length));
				expect(named.length + more).toBe(numbers.length);
				expect(parts).toBeLessThanOrEqual(5);
				if (more > 0) expect(parts).toBe(5);
			}),
		);
	});

	it('are as short as can be', () => {
		expect(ranges([5, 2, 0, 1])).toBe('0 to 2, 5');
		expect(ranges([7])).toBe('7');
		expect(ranges([0, 2, 4, 6, 8, 10, 11, 12])).toBe('0, 2, 4, 6, 8 and 3 more');
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
			[10, { rows: [] }],
			[9, { failure: { ...failure('unavailable'), isStarted: true } }],
		]);
		expect(summarize({ outcomes, total: 11, blank: new Set([10]) })).toBe(
			'Done: item 0 to 1. Blank: item 10. Started, not finished: item 9. Not done: item 4 to 5. Perhaps done: item 8. Unknown: item 3. Not sent: item 2, 6 to 7',
		);
	});
});
