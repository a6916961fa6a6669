import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { isNobodysId, isPlaceholder, isRoundedNumber } from '../../../nodes/shared/values/placeholder';

const PLACEHOLDERS = ['N/A', 'n/a', '#N/A', 'n.a.', 'N / A', '-', '--', '—', 'null', 'NULL', '(null)', 'None', 'nan', 'NaN', '<NA>', 'NaT', 'undefined', 'undefined undefined', '#REF!', '#VALUE!', '#DIV/0!', ' n/a ', '\u200bN/A\u00a0', '\u2212', 'N／A', 'N⁄A', 'Ｎ/Ａ', '#N/D', '#¡REF!', '#¡VALOR!', '#DIV/0!', '#BLOCKED!', '#GETTING_DATA', '#####', '#Н/Д', '=NA()', "'-", "'N/A", 'Err:502', '\\N', 'n\u3164/\u2800a'];

describe('a placeholder for a missing value', () => {
	it.each(PLACEHOLDERS)('is %j', (value) => expect(isPlaceholder(value)).toBe(true));

	it('is the number that is none', () => expect(isPlaceholder(NaN)).toBe(true));

	it.each(['', ' ', 'Dana Null', 'Null Island', 'None of the above', 'Na', 'Nat', 'Nan Smith', 'N. Adams', 'A-1', '?', 'unknown', '#1', '#VIP', '#vip!', '#A/C', "O'Na", 0, false, null, undefined, {}])(
		'is not %j',
		(value) => expect(isPlaceholder(value)).toBe(false),
	);

	it('may be written in any case, with blanks around it', () => {
		const spelled = fc.tuple(fc.constantFrom('n/a', 'null', 'none', 'nan', 'undefined', '#n/a'), fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), fc.constantFrom('', ' ', '\t', '\u00a0'));
		fc.assert(
			fc.property(spelled, ([word, capitals, blank]) => {
				const written = [...word].map((letter, place) => (capitals[place] ? letter.toUpperCase() : letter)).join('');
				return isPlaceholder(`${blank}${written}${blank}`);
			}),
		);
	});
});

describe('an ID that stands for nobody', () => {
	it.each([...PLACEHOLDERS, 'na', 'unknown', 'not available', 'Not_Set', 'no-id', '<missing>', 'TBD', '?', '???', '...', '0', '0000', '000-00-000', '00000000-0000-0000-0000-000000000000', 0, -1, '-1', 'xxx', 'XXXX', 'test', 'Test', 'external_source_id', '[object Object]', 'FALSE'])(
		'is %j',
		(value) => expect(isNobodysId(value)).toBe(true),
	);

	it.each(['x', 'X-1', 'c1', 'row-0', '1', 51, '00051', '1000', 'A', 'test-17', 'TBD-4', 'unknown-9', 'ann@example.org', 'N/A-7', '0f8fad5b-d9cb-469f-a165-70867728950e', 'null-and-void-3', 'Ä1'])(
		'is not %j',
		(value) => expect(isNobodysId(value)).toBe(false),
	);

	it('is none with a digit from 1 to 9 in it, unless it is minus one', () => {
		const withDigit = fc.tuple(fc.string(), fc.constantFrom(...'123456789'), fc.string()).map((parts) => parts.join(''));
		fc.assert(fc.property(withDigit.filter((text) => !text.includes('-1')), (id) => !isNobodysId(id)));
	});
});

describe('a number that was rounded', () => {
	it.each(['1.23457E+11', '1,23457E+11', '1E+11', '1.23457e+21', '5.12556E+09', '1.2E5', '123456789012345000', 1.23457e21, Number.MAX_SAFE_INTEGER + 1])('is %j', (value) =>
		expect(isRoundedNumber(value)).toBe(true),
	);

	it.each(['123457000000', '12E4', '1E5', 'E+11', '1.5', '1234567890123456', '123456789012345678', 'AB1.2E+5', 9007199254740991, 123457000000, true])('is not %j', (value) =>
		expect(isRoundedNumber(value)).toBe(false),
	);

	it('is what any spreadsheet shows of a long number', () => {
		fc.assert(fc.property(fc.integer({ min: 1e11, max: Number.MAX_SAFE_INTEGER }), fc.integer({ min: 1, max: 6 }), (number, digits) => isRoundedNumber(number.toExponential(digits))));
	});
});
