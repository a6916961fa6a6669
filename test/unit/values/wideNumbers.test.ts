import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { wideNumbersAsTexts } from '../../../nodes/shared/values/wideNumbers';

describe('a whole number with more digits than a number keeps', () => {
	it('keeps them as a text', () => {
		expect(JSON.parse(wideNumbersAsTexts('{"id":9007199254740993,"ids":[ -12345678901234567890 ]}'))).toEqual({
			id: '9007199254740993',
			ids: ['-12345678901234567890'],
		});
	});

	it('is the only changed value: texts, fractions and other numbers stay unchanged', () => {
		const json =
			'{"1234567890123456789":"id 9007199254740993, \\"9007199254740993\\"","share":0.1234567890123456789,"large":1234567890123456789e3,"kept":1234567890123456}';
		expect(wideNumbersAsTexts(json)).toBe(json);
	});

	it('leaves other JSON unchanged', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) =>
				expect(wideNumbersAsTexts(JSON.stringify(value).replace(/\d{16,}/g, '1'))).toBe(
					JSON.stringify(value).replace(/\d{16,}/g, '1'),
				),
			),
		);
		fc.assert(
			fc.property(fc.string(), (text) => expect(() => wideNumbersAsTexts(`${text}1234567890123456`)).not.toThrow()),
		);
	});
});
