import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueAt, isRecord } from '../../../nodes/shared/values/json';

describe('a record', () => {
	it('is an object that is neither an array nor null', () => {
		for (const value of [null, undefined, [], [{}], 'x', 5, true]) expect(isRecord(value)).toBe(false);
		expect(isRecord({})).toBe(true);
	});
});

describe('the value at a path', () => {
	const name = fc.string({ minLength: 1 }).filter((text) => text !== '__proto__');

	it('is found', () => {
		fc.assert(
			fc.property(fc.array(name, { maxLength: 5 }), fc.anything(), (path, value) => {
				const whole = path.reduceRight<unknown>((inner, member) => ({ [member]: inner }), value);
				expect(valueAt(whole, ...path)).toBe(value);
			}),
		);
	});

	it.each([[null], [undefined], ['text'], [5], [[1]], [{ a: null }], [{ a: [] }], [{ b: 1 }]])(
		'is missing in %j',
		(value) => {
			expect(valueAt(value, 'a', 'b')).toBeUndefined();
		},
	);
});
