import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import parse, { getCountries, getExampleNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json';
import parseByKind from 'libphonenumber-js/max';

import { PLANS } from '../../../../nodes/shared/values/phone/plans';
import { isNumber, read } from './reading';

/** Countries where a mobile number with calling code and without plus may as well be a longer national one. */
const OPEN = ['DE', 'ID', 'XK'];

/** Signs of the longest number in E.164; the library takes longer ones. */
const MOST = 16;

/** Digits that the library's small plans let pass: one again and again; in North America an area or an exchange that cannot be. */
const isMadeUp = (number: string): boolean =>
	/^\+\d{1,3}?(\d)\1{6,}$/.test(number) || /^\+1(?:.{3}[01]|.{4}11)/.test(number);

/** A number of any country, as the library has its numbering plan. */
const anyNumber = fc.constantFrom(...getCountries()).chain((country) => {
	const { code, pattern } = PLANS[country] ?? { code: '', pattern: '' };
	return fc
		.stringMatching(new RegExp(`^(?:${pattern})$`))
		.map((national) => ({ country, national, number: `+${code}${national}` }))
		.filter(({ country, national }) => !new RegExp(`^(?:${PLANS[country]?.except ?? '(?!)'})`).test(national))
		.filter(
			({ number }) =>
				!isMadeUp(number) &&
				number.length <= MOST &&
				parse(number)?.isPossible() === true &&
				parse(number)?.number === number,
		);
});

describe('a telephone number, against the library that knows the numbering plans', () => {
	it.each(getCountries())('%s: the example number in every form', (country) => {
		const example = getExampleNumber(country, examples);
		if (!example) throw new Error(`no example for ${country}`);
		const { number } = example;
		const abroad = country === 'US' || country === 'GB' ? 'DE' : 'GB';
		expect(read(number)).toBe(number);
		expect(read(example.formatInternational())).toBe(number);
		expect(read(example.getURI())).toBe(number);
		expect(read(`00${number.slice(1)}`)).toBe(number);
		expect(read(`00 ${example.formatInternational().slice(1)}`, abroad)).toBe(number);
		expect(read(example.formatNational(), country)).toBe(number);
		expect(read(example.nationalNumber, country)).toBe(number);
		expect(read(number, abroad)).toBe(number);
		const withoutPlus = read(number.slice(1), country);
		if (OPEN.includes(country)) expect(withoutPlus).toContain(`or ${number}`);
		else expect(withoutPlus).toBe(number);
	});

	it.each(getCountries())('%s: no digit comes from the text behind the example number', (country) => {
		const example = getExampleNumber(country, examples);
		if (!example) throw new Error(`no example for ${country}`);
		const { number, nationalNumber } = example;
		const forms = [
			example.formatNational(),
			example.formatInternational(),
			nationalNumber,
			number,
			`+${example.countryCallingCode} ${nationalNumber}`,
		];
		const other = example.formatNational().replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
		const tails = [
			'/0',
			'/21',
			' / 21',
			'/210',
			'\\21',
			' (0)',
			' (12)',
			' [3]',
			'\u00b2',
			' \u2460',
			'\n21',
			'\t21',
			'_1',
			' oder 21',
			' | 21',
			' & 21',
			`-${other}`,
			` ${other}`,
			`/${other}`,
		];
		const taken = forms
			.flatMap((form) => tails.map((tail) => form + tail))
			.filter((written) => isNumber(read(written, country)));
		expect(taken).toEqual([]);
		for (const fraction of ['.0', ',0', '.00']) {
			const results = forms.map((form) => read(form + fraction, country));
			expect(results.filter((result) => isNumber(result) && result !== number)).toEqual([]);
			expect(read(`+${example.countryCallingCode} ${nationalNumber}${fraction.slice(0, 2)}`)).toBe(number);
		}
	});

	it('is read as itself, for any country', () => {
		fc.assert(fc.property(anyNumber, ({ number }) => expect(read(number)).toBe(number)));
	});

	it('is read in the usual forms of its country, with any mark between the groups', () => {
		fc.assert(
			fc.property(anyNumber, fc.constantFrom(' ', '-', '\u2011', '.', ' - '), ({ country, number, national }, mark) => {
				fc.pre(national.length > 5);
				const parsed = parse(number);
				expect(
					read(
						parsed
							?.formatInternational()
							.replaceAll(' ', mark)
							.replace(/\.(?=0{1,2}$)/, ''),
					),
				).toBe(number);
				// A number that the country's own plan does not have is refused for its digits, never for its form.
				expect(read(parsed?.formatNational(), country)).not.toMatch(/extension|more than one|spreadsheet|date/);
			}),
			{ numRuns: 500 },
		);
	});

	it('is the one that the library reads within the country, or refused', () => {
		fc.assert(
			fc.property(anyNumber, fc.boolean(), ({ country, number, national }, inNationalForm) => {
				const written = inNationalForm ? (parse(number)?.formatNational() ?? '') : national;
				const known = parse(written, country);
				fc.pre(known?.isValid() === true && known.number === number);
				const mine = read(written, country);
				expect(isNumber(mine) ? mine : number).toBe(number);
			}),
			{ numRuns: 500 },
		);
	});

	it('has a length that the library holds possible, or is refused', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^\+[1-9]\d{3,16}$/), (written) => {
				const mine = read(written);
				if (isNumber(mine)) expect([parse(mine)?.isPossible(), mine.length <= MOST]).toEqual([true, true]);
			}),
			{ numRuns: 1000 },
		);
	});

	it('is refused with a digit too few or too many where the library knows none of its kind that has as many', () => {
		const taken = getCountries().flatMap((country) => {
			const number = getExampleNumber(country, examples)?.number ?? '';
			return [number.slice(0, -1), `${number}5`]
				.filter((other) => isNumber(read(other)) && parseByKind(other)?.isValid() !== true)
				.map(() => country);
		});
		expect(taken).toEqual([]);
	});

	/** Within Canada 310-0000 reaches a company; with a country code before it, it reaches no phone. */
	const isWithinCanada = (number: string) => /^\+1310\d{4}$/.test(number);

	it('is taken where the library knows its kind', () => {
		const known = fc.constantFrom(...getCountries()).chain((country) => {
			const { code, pattern } = PLANS[country] ?? { code: '', pattern: '' };
			return fc.stringMatching(new RegExp(`^(?:${pattern})$`)).map((national) => `+${code}${national}`);
		});
		fc.assert(
			fc.property(known, (number) => {
				fc.pre(
					!isMadeUp(number) &&
						!isWithinCanada(number) &&
						number.length <= MOST &&
						parseByKind(number)?.isValid() === true &&
						parseByKind(number)?.number === number,
				);
				expect(read(number)).toBe(number);
			}),
			{ numRuns: 1000 },
		);
	});

	it('is refused with a digit too few or too many where all numbers are of one length', () => {
		const oneLength = anyNumber.filter(
			({ country }) => PLANS[country]?.lengths.length === 1 && PLANS[country]?.trunk === undefined,
		);
		fc.assert(
			fc.property(oneLength, fc.boolean(), ({ number }, tooLong) => {
				expect(isNumber(read(tooLong ? `${number}0` : number.slice(0, -1)))).toBe(false);
			}),
		);
	});
});
