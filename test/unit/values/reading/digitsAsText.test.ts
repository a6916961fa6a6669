import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readAreaCode } from '../../../../nodes/shared/values/reading/areaCode';
import { readCountry } from '../../../../nodes/shared/values/reading/country';
import { readPostalCode } from '../../../../nodes/shared/values/reading/postalCode';
import { failureOf } from '../../support/failures';
import { reading } from '../../support/reading';

const digits = (from: number, to: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${from - 1},${to - 1}}$`));

describe('an area code', () => {
	it('is the same in every spelling, and reading it again changes nothing', () => {
		fc.assert(
			fc.property(digits(2, 5), (code) => {
				const ways = [
					code,
					Number(code),
					`${code}.0`,
					`${code},00`,
					`(${code})`,
					` ${code}\u00a0`,
					`\u200b${code}`,
					`'${code}`,
					`="${code}"`,
					`+1 ${code}`,
					`+1 (${code})`,
					`1-${code}`,
				];
				expect(ways.map((way) => readAreaCode(way, reading()))).toEqual(ways.map(() => code));
			}),
		);
		expect(readAreaCode('５１２', reading())).toBe('512');
	});

	it.each(['512, 737', '512/737', '(512) (737)'])('is refused where it is more than one: %p', (value) => {
		expect(failureOf(() => readAreaCode(value, reading())).message).toContain('must be one area code');
	});

	it.each(['Austin', '5', '512-555-0100', '+15125550100', '5.12E+02', '512.5', true, ['512', '737'], {}])(
		'is not made up from %p',
		(value) => {
			expect(failureOf(() => readAreaCode(value, reading())).message).toContain('"Field"');
		},
	);
});

describe('a postal code', () => {
	it('loses what a spreadsheet has put behind its digits or before them, and nothing else', () => {
		fc.assert(
			fc.property(digits(5, 9), (code) => {
				const ways = [code, Number(code), `${code}.0`, `${code}.00`, ` ${code} `, `'${code}`, `="${code}"`];
				expect(ways.map((way) => readPostalCode(way, reading()))).toEqual(ways.map(() => code));
			}),
		);
		for (const code of ['02134', '02134-1234', 'SW1A 1AA', 'K1A 0B1', '00-950', '01310-100', 'D-10115'])
			expect(readPostalCode(code, reading())).toBe(code);
		expect(['="02134"', "'02134", '’02134'].map((way) => readPostalCode(way, reading()))).toEqual([
			'02134',
			'02134',
			'02134',
		]);
	});

	it.each([2134, '2134', '2134.0', 501, '2134-1234'])(
		'that may have lost its zero is refused, with the way to keep it: %p',
		(value) => {
			for (const defaultCountry of ['', undefined, 'US', 'Puerto Rico']) {
				const { message, description } = failureOf(() => readPostalCode(value, reading({ defaultCountry })));
				expect(message).toMatch(/^"Field" is too short for a ZIP code/);
				expect(description).toContain('Default Country');
			}
		},
	);

	it('of four digits is taken in a country that has such', () => {
		for (const defaultCountry of ['CH', 'Australia', 'at'])
			expect([8601, '8601.0', '8601'].map((value) => readPostalCode(value, reading({ defaultCountry })))).toEqual([
				'8601',
				'8601',
				'8601',
			]);
	});

	it.each(['9.021E+04', 'Boston', '02134, 02135', '02134 Boston, Massachusetts', {}, ['78701', '78702']])(
		'is not made up from %p',
		(value) => {
			expect(failureOf(() => readPostalCode(value, reading())).message).toContain('"Field"');
		},
	);
});

describe('a country', () => {
	it.each([
		['US', 'US'],
		[' us ', 'US'],
		['USA', 'US'],
		['United States', 'US'],
		['uk', 'GB'],
	])('is two letters: %p', (value, country) => {
		expect(readCountry(value, reading())).toBe(country);
	});

	it.each(['1', 'Narnia', 'US, CA'])('is not made up from %p', (value) => {
		expect(failureOf(() => readCountry(value, reading())).message).toContain('must be a country');
	});
});
