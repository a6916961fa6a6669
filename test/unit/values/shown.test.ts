import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { shown } from '../../../nodes/shared/values/shown';

const holdsItself: Record<string, unknown> = { toString: 1, valueOf: 1 };
holdsItself.inner = holdsItself;

describe('a value in a message', () => {
	it.each([
		['plain text', 'plain text'],
		['campaign_001\u200b', 'campaign_001\\u200b'],
		['\ufeffc1', '\\ufeffc1'],
		['a\u00a0b', 'a\\u00a0b'],
		['one\r\ntwo\n', 'one⏎two⏎'],
		['a\tb', 'a\\u0009b'],
		['right\u202eleft', 'right\\u202eleft'],
		[42, '42'],
		[null, 'null'],
		[undefined, 'undefined'],
		[{ a: 1 }, '{"a":1}'],
		[Object.assign(Object.create(null) as object, { a: 1n }), '{"a":"1"}'],
		[holdsItself, '[object Object]'],
		['x'.repeat(81), `${'x'.repeat(80)}…`],
	])('%p is shown as %s', (value, text) => {
		expect(shown(value)).toBe(text);
	});

	it('has no invisible character, for any value', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.anything({ withBigInt: false })), (value) => {
				expect(shown(value)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u);
			}),
		);
	});
});
