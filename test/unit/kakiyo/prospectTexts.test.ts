import { describe, expect, it } from '@jest/globals';

import { DateTime } from 'luxon';

import { prospects } from '../../../nodes/Kakiyo/resources/prospect/row';
import { FIELDS } from '../../../nodes/shared/fields/mapped';
import { AUTO_MAP } from '../../../nodes/shared/values/mappingModes';
import { readRow } from '../../../nodes/shared/fields/row';
import { failureOf } from '../support/failures';
import { itemWith } from '../support/items';

const read = (cells: Record<string, unknown>, options: Record<string, unknown> = {}) => {
	const input = { name: 'Ann', url: 'in/ann', ...cells };
	return readRow(
		itemWith(
			{ [FIELDS]: { mappingMode: AUTO_MAP, value: null }, ...options },
			{ input: JSON.parse(JSON.stringify(input)) },
		),
		prospects,
	);
};
const refused = (cells: Record<string, unknown>) => failureOf(() => read(cells)).message;

describe('the data of a prospect for an agent', () => {
	it.each([
		[{ hello: 'Hi undefined' }, '"hello"'],
		[{ a: ['x', { b: '[object Object]' }] }, '"a[1].b"'],
		[['undefined', { a: 'NaN' }], '"[0]"'],
		[{ a: { b: 'null' } }, '"a.b"'],
	])('is not sent with a value missing in it: %j', (customData, place) => {
		expect(refused({ customData })).toContain(`in ${place}, so a value is missing`);
		expect(read({ customData }, { 'options.sendUnfilledText': true })).toMatchObject({
			customData: JSON.stringify(customData),
		});
	});

	it('leaves out placeholders, and keeps the rest', () => {
		expect(read({ customData: { industry: 'N/A', team: ['-', 'Sales'], size: 12, note: null } }).customData).toBe(
			'{"team":["Sales"],"size":12}',
		);
		for (const nothing of [{ role: null }, { role: 'N/A', of: { team: ['-'] } }, {}, [], '{}', '[ ]'])
			expect(read({ customData: nothing }).customData).toBeUndefined();
	});

	it('has dates as ISO text, and refuses an impossible one', () => {
		const customDataOf = (since: unknown) =>
			prospects.members
				.find(({ name }) => name === 'customData')
				?.read?.({ client: { since } }, { label: 'Custom Data', timeZone: 'utc' });
		expect(customDataOf(new Date('2026-01-02'))).toBe('{"client":{"since":"2026-01-02T00:00:00.000Z"}}');
		expect(customDataOf(DateTime.fromISO('2026-01-02T09:00', { zone: 'America/New_York' }))).toBe(
			'{"client":{"since":"2026-01-02T09:00:00.000-05:00"}}',
		);
		expect(failureOf(() => customDataOf(new Date('x'))).message).toContain('must be a date');
	});

	it('has legacy fields with a value, each with its name', () => {
		const legacy = (fieldName: unknown, fieldValue: unknown) => ({
			additionalFields: [
				{ fieldName: 'industry', fieldValue: 7 },
				{ fieldName, fieldValue },
			],
		});
		for (const nothing of ['N/A', '', null, 'undefined'])
			expect(read(legacy('size', nothing)).additionalFields).toEqual([{ fieldName: 'industry', fieldValue: '7' }]);
		expect(refused(legacy('size', { a: 1 }))).toContain('size" must be a single value (got an object)');
		expect(refused(legacy('greeting', 'Hi undefined'))).toContain('greeting" has "undefined"');
		expect(refused(legacy('undefined', 'x'))).toContain('field 2" has a value without a name');
		expect(refused(legacy('size', 2 ** 60))).toContain('size" is a number with too many digits (got 1152921504606847');
		expect(read({ additionalFields: 'some note' }).additionalFields).toBeUndefined();
	});
});
