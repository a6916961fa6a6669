import { describe, expect, it } from '@jest/globals';

import { readFilledJson, readJsonField, readJsonValue } from '../../../../nodes/shared/values/reading/json';
import { reading } from '../../support/reading';

const itself: { self?: unknown } = {};
itself.self = itself;

describe.each([
	['a value', readJsonValue],
	['a field', readJsonField],
	['a field that changes a record', readFilledJson],
])('JSON that an expression brings (%s)', (_what, read) => {
	it.each<[string, unknown, RegExp]>([
		['a Map', new Map([[1, 2]]), /"Field" has an object of type Map in it/],
		['a Set', new Set([1]), /type Set/],
		['a pattern', /x/, /type RegExp/],
		['an error', new Error('x'), /type Error/],
		['a number in an object', Object(NaN), /type Number/],
		['a function', () => 1, /"Field" has a function in it/],
		['a symbol', Symbol('x'), /"Field" has a symbol in it/],
		['a member __proto__', JSON.parse('{"__proto__":{"x":1}}'), /"Field" has a member "__proto__"/],
		['itself', itself, /"Field" is nested deeper than 100 levels/],
	])('is refused by name when JSON cannot hold it, wherever it is: %s', (_kind, value, words) => {
		for (const whole of [{ a: value }, { a: [value] }, [[value]]]) expect(() => read(whole, reading())).toThrow(words);
	});

	it.each(['{"__proto__":{"x":1},"y":2}', '[{"a":{"__proto__":1}}]'])(
		'as text is refused with a member that would be lost: %s',
		(text) => {
			expect(() => read(text, reading())).toThrow(/"Field" has a member "__proto__"/);
		},
	);
});
