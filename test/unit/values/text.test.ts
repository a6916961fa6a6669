import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { numberFrom, plainText, stringOf } from '../../../nodes/shared/values/text';

const unprintable = { toString: 1, valueOf: 1 };

describe('a value as text', () => {
	it.each(['Ada', '', 7, true, null, undefined, [1, 'b'], { a: 1 }, new Date(0), 10n])(
		'is JavaScript’s own text: %p',
		(value) => {
			expect(stringOf(value)).toBe(String(value));
		},
	);

	it.each([[unprintable], [[unprintable]], [Object.create(null)]])(
		'exists even if JavaScript cannot convert the value: %p',
		(value) => {
			expect(() => String(value)).toThrow();
			expect(stringOf(value)).toMatch(/^\[object /);
		},
	);

	it('is a text for any JSON of a vendor', () => {
		fc.assert(
			fc.property(
				fc.jsonValue(),
				(value) => typeof stringOf(value) === 'string' && typeof plainText(value) === 'string',
			),
		);
	});
});

describe('a text of a vendor’s', () => {
	it.each([
		['Ada', 'Ada'],
		[7, '7'],
		[false, 'false'],
		[null, ''],
		[undefined, ''],
		[['a'], ''],
		[unprintable, ''],
	])('of %p is %p', (value, text) => {
		expect(plainText(value)).toBe(text);
	});
});

describe('a number of a vendor’s', () => {
	it.each([
		[7, 7],
		['7', 7],
		['', NaN],
		[null, NaN],
		[[], NaN],
		['seven', NaN],
		[unprintable, NaN],
	])('of %p is %p', (value, number) => {
		expect(numberFrom(value)).toBe(number);
	});
});
