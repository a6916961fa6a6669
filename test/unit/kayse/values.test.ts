import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';

import { ItemFailure } from '../../../nodes/shared/contract/failure';
import { idFrom, idsFrom, valueFrom } from '../../../nodes/Kayse/values/values';

const messageOf = (read: () => unknown): string => {
	try {
		return String(read());
	} catch (error) {
		return error instanceof ItemFailure ? error.failure.message : String(error);
	}
};

describe('an ID', () => {
	it.each([412, '412', ' 412 '])('is read from %p', (value) => expect(idFrom(value, 'Case ID')).toBe(412));

	it.each([0, -1, 1.5, '007', 'abc', '1e3', 9007199254740993n, true])('is refused when it is %p', (value) => {
		expect(messageOf(() => idFrom(value, 'Case ID'))).toBe(`"Case ID" must be an ID (got "${value}")`);
	});

	it.each(['', '  ', null, undefined])('is missing when it is %p', (value) => {
		expect(messageOf(() => idFrom(value, 'Case ID'))).toBe('"Case ID" is empty');
	});

	it('comes once in a list, from text, brackets or an array', () => {
		for (const list of ['1, 2,2', '[1,2]', [1, '2', 2], '1;2.0']) expect(idsFrom(list, 'Case IDs')).toEqual([1, 2]);
	});
});

describe('a message about a value', () => {
	const said = (value: unknown, type: string) =>
		messageOf(() => valueFrom(value, type, { label: 'Field', timeZone: 'UTC' }));

	it('names the problem', () => {
		expect(said('{"a":1,}', 'object')).toBe('"Field" is not valid JSON: it has a comma before a closing bracket');
		expect(said('+1-202-555-0128#', 'telephone')).toBe(
			'"Field" must be one telephone number (got "+1-202-555-0128#"): it has "#" in it',
		);
		expect(said('+1-202-555-0128 12#', 'telephone')).toBe(
			'"Field" must be one telephone number (got "+1-202-555-0128 12#"): it has an extension (12#)',
		);
		expect(messageOf(() => idFrom('401,402', 'Client ID'))).toBe('"Client ID" must be one ID (got "401,402")');
		expect(messageOf(() => idFrom('412,000', 'Client ID'))).toBe(
			'"Client ID" can be read in two ways (got "412,000"): 412000 in some countries, 412.000 in others',
		);
	});

	it('does not appear for commas between all groups of a telephone number', () => {
		expect(said('+1,202,555,0177', 'telephone')).toBe('+12025550177');
	});
});

describe('a value', () => {
	const reading = { label: 'Field', timeZone: 'UTC' };
	it.each([
		['string', 2134, '2134'],
		['string', '+1 (202) 555-0123', '+1 (202) 555-0123'],
		['uint', '25', 25],
		['uint', '0', 0],
		['uint', 25.0, 25],
		['bool', 'Yes', true],
		['bool', 0, false],
		['object', '{"a":1}', { a: 1 }],
		['something new', [1], [1]],
		...['Ann', 'Dana Null', 'Nan', 'Na', 'True', 'O’Nan'].map((name) => ['name', name, name] as const),
		['caseNumber', 2024017, '2024017'],
		['sourceId', 'k\u200b5', 'k5'],
		['sourceId', '8.0', '8.0'],
		['birthday', '1990-01-31', '1990-01-31'],
		['caseNumber', ' CV-2024/17 ', 'CV-2024/17'],
	])('of type %s is read from %p', (type, value, expected) => {
		expect(valueFrom(value, type, reading)).toEqual(expected);
	});

	it.each([
		['uint', 'many'],
		['uint', -5],
		['uint', '-1'],
		['uint', 2.5],
		['uint', '1.000'],
		['uint', 1e21],
		['date', DateTime.invalid('no reason')],
		['string', DateTime.invalid('no reason')],
		['something new', DateTime.invalid('no reason')],
		['bool', 'perhaps'],
		['object', '[1]'],
		['object', '{a'],
		...['2090-01-31', '0090-01-31', '01/31/0090'].map((day) => ['birthday', day] as const),
		...[
			'Ann undefined',
			'Ann NaN',
			'null Ann',
			'undefinedAnn',
			'Ann Invalid DateTime',
			'#REF! Ann',
			'N/A Ann',
			'true',
			true,
			{ first: 'Ann' },
		].map((name) => ['name', name] as const),
		...['case-undefined', 'CV-NaN', '[object Object]', true].map((number) => ['caseNumber', number] as const),
	])('of type %s is not made up from %p', (type, value) => {
		expect(messageOf(() => valueFrom(value, type, reading))).toMatch(/^"Field" /);
	});
});
