import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { INode } from 'n8n-workflow';
import type { Failure } from '../../../nodes/shared/contract/failure';
import { failureError, failureItem, ranges, successItems, summarize } from '../../../nodes/shared/run/report';
import { Attempt } from '../../../nodes/shared/run/run';

const node: INode = { id: 'n', name: 'Acme', type: 'acme', typeVersion: 1, position: [0, 0], parameters: {} };
const failure = (kind: Failure['kind'], more: Partial<Failure> = {}): Failure => ({
	kind,
	message: 'It went wrong',
	description: 'Mend it.',
	...more,
});

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
		const attempt = new Attempt(true);
		attempt.settle(0, { rows: [] });
		attempt.settle(1, { rows: [{}] });
		attempt.settle(3, { failure: failure('unknown') });
		attempt.settle(4, { failure: failure('refused') });
		attempt.settle(5, { failure: failure('input') });
		attempt.settle(6, { failure: failure('skipped') });
		expect(summarize(attempt, 8)).toBe('Done: item 0 to 1. Not done: item 4 to 5. Unknown: item 3. Not sent: item 2, 6 to 7');
	});
});

describe('items', () => {
	it('point to the item they come from, successes and failures alike', () => {
		expect(successItems([{ a: 1 }, { b: 2 }], 4)).toEqual([
			{ json: { a: 1 }, pairedItem: { item: 4 } },
			{ json: { b: 2 }, pairedItem: { item: 4 } },
		]);
		expect(failureItem(failure('refused'), 4).pairedItem).toEqual({ item: 4 });
	});

	it('tell a failure as data, with status and code only when there are any', () => {
		expect(failureItem(failure('refused', { status: 404, code: 'not_found' }), 0).json).toEqual({
			error: 'It went wrong',
			details: { description: 'Mend it.', outcome: 'refused', httpCode: '404', code: 'not_found' },
		});
		expect(failureItem(failure('input'), 0).json).toEqual({
			error: 'It went wrong',
			details: { description: 'Mend it.', outcome: 'input' },
		});
	});
});

describe('the error that stops the workflow', () => {
	it('keeps our sentences and names the item', () => {
		const attempt = new Attempt(true);
		attempt.settle(0, { rows: [] });
		const error = failureError(node, failure('unavailable', { message: 'No route: ECONNREFUSED', status: 503 }), 1, attempt, 2);
		expect(error.message).toContain('No route: ECONNREFUSED');
		expect(error.message).toContain('Item 1');
		expect(error.description).toContain('Mend it.');
		expect(error.description).toContain('Done: item 0');
		expect(error.httpCode).toBe('503');
		expect(error.context.itemIndex).toBe(1);
	});

	it('does not count items when there is one', () => {
		const error = failureError(node, failure('refused'), 0, new Attempt(true), 1);
		expect(error.message).toBe('It went wrong');
		expect(error.description).toBe('Mend it.');
	});
});
