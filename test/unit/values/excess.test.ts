import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { excessIn, excessInText, MOST_VALUES } from '../../../nodes/shared/values/excess';

const nested = (levels: number): string => `${'{"a":['.repeat(levels / 2)}${']}'.repeat(levels / 2)}`;
const many = (value: string, count: number): string => `[${`${value},`.repeat(count - 1)}${value}]`;

describe('JSON with too much in it', () => {
	it('is found before parsing, and in data: one level too many', () => {
		for (const [json, excess] of [
			[nested(100), undefined],
			[nested(102), 'tooDeep'],
		] as const) {
			expect(excessInText(json, 100)).toBe(excess);
			expect(excessIn(JSON.parse(json), 100)).toBe(excess);
		}
	});

	it.each(['{}', '[]', '0', '"],[{"', '{"a":1}'])('is found before parsing, and in data: a million of %s', (value) => {
		for (const [count, excess] of [
			[MOST_VALUES / 4, undefined],
			[MOST_VALUES, 'tooMany'],
		] as const) {
			const json = many(value, count);
			expect(excessInText(json, 100)).toBe(excess);
			expect(excessIn(JSON.parse(json), 100)).toBe(excess);
		}
	});

	it('is not found in the characters of texts and names', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
				const levels = (inner: unknown): number =>
					typeof inner === 'object' && inner !== null ? 1 + Math.max(0, ...Object.values(inner).map(levels)) : 0;
				const most = levels(value);
				for (const spaces of [0, 2]) {
					expect(excessInText(JSON.stringify(value, null, spaces), most)).toBeUndefined();
					if (most > 0) expect(excessInText(JSON.stringify(value, null, spaces), most - 1)).toBe('tooDeep');
				}
				expect(excessIn(value, most)).toBeUndefined();
			}),
		);
	});

	it('is found in data that contains itself, once or in many places, or shares its parts', () => {
		const own: Record<string, unknown> = {};
		own.own = own;
		own.again = [own, own];
		expect(excessIn(own, 100)).toBe('tooDeep');
		let shared: unknown = {};
		for (let level = 0; level < 60; level++) shared = [shared, shared];
		expect(excessIn(shared, 100)).toBe('tooMany');
	});

	it('is not found in text other than JSON', () => {
		for (const text of ['', '"', '"\\', ']]]}', '<html>', '{"a']) expect(excessInText(text, 2)).toBeUndefined();
	});
});
