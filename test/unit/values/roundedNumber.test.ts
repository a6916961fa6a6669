import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { isRoundedNumber } from '../../../nodes/shared/values/roundedNumber';

const SCIENTIFIC = [
	'1.23457E+11',
	'1,23457E+11',
	'1E+11',
	'1.23457e+21',
	'5.12556E+09',
	'1.2E5',
	'1.23457 E+11',
	'-1.2E+5',
	'12E11',
	'1e11',
];
const CUT = [
	'123456789012345000',
	'123456789012345600',
	'12345678901234500',
	'123,456,789,012,345,000',
	'123.456.789.012.346.000',
	'123 456 789 012 346 000',
];

describe('a number that was rounded', () => {
	it.each([
		...SCIENTIFIC,
		...CUT,
		...CUT.map((text) => `${text}.0`),
		1.23457e21,
		Number.MAX_SAFE_INTEGER + 1,
		Infinity,
	])('is %j', (value) => expect(isRoundedNumber(value)).toBe(true));

	it.each([
		'crm-1.23457E+11',
		'ID 1.23457E+11',
		'crm_1E+11',
		"'1.23457E+11",
		'crm:1.2e+5',
		'1.23457E+11-2',
		'1.23457E+11.0',
	])('is found with other text around it: %j', (value) => expect(isRoundedNumber(value)).toBe(true));

	it.each([
		...[
			'123457000000',
			'12E4',
			'1E5',
			'E+11',
			'1.5',
			'1234567890123456',
			'123456789012345678',
			'123,456,789,012,345,678',
			'123456789012345678.000',
		],
		...[
			'1,234,000',
			'1234567890123450',
			'AB1.2E+5',
			'0f8fad5b-1e11-469f-a165-70867728950e',
			'1234e567',
			'A-12E11',
			'crm-123456789012345000',
			9007199254740991,
			123457000000,
			true,
		],
	])('is not %j', (value) => expect(isRoundedNumber(value)).toBe(false));

	it('is in the usual form of a spreadsheet for a long number, also after a prefix', () => {
		const number = fc.integer({ min: 1e11, max: Number.MAX_SAFE_INTEGER });
		fc.assert(
			fc.property(
				number,
				fc.integer({ min: 1, max: 6 }),
				fc.constantFrom('', 'crm-', 'Lead_', 'hs:', '#'),
				(long, digits, prefix) => isRoundedNumber(`${prefix}${long.toExponential(digits)}`),
			),
		);
	});
});
