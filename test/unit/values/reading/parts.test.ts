import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import { readKeepingPolicy } from '../../../../nodes/Kayse/input/updateMode';
import { readRequestOptions } from '../../../../nodes/shared/engine/requestOptions';
import { readNodeOptions, readSpacing } from '../../../../nodes/shared/run/nodeOptions';
import { readField } from '../../../../nodes/shared/values/reading/field';
import { closestName } from '../../../../nodes/shared/values/closestName';
import { kindOf } from '../../../../nodes/shared/values/reading/kind';
import { namedEvents } from '../../../../nodes/shared/webhook/namedEvents';
import { failureOf } from '../../support/failures';
import { itemWith } from '../../support/items';

const surroundings = { timeZone: 'UTC', unfiltered: () => undefined };

describe('a field with parts', () => {
	const rows: INodeProperties = {
		displayName: 'Callback Delays',
		name: 'delays',
		type: 'fixedCollection',
		default: {},
		options: [
			{
				displayName: 'Delay',
				name: 'delay',
				values: [{ displayName: 'Minutes', name: 'minutes', type: 'number', default: 0 }],
			},
		],
	};
	const collection: INodeProperties = {
		displayName: 'More',
		name: 'more',
		type: 'collection',
		default: {},
		options: [{ displayName: 'Note', name: 'note', type: 'string', default: '' }],
	};

	it.each([
		{ delay: [{ minutes: '30' }] },
		[{ minutes: 30 }],
		'[{ "minutes": "30.0" }]',
		'{"delay": [{"minutes": 30}]}',
		'{"delay": {"minutes": 30}}',
	])('is read from %j', (value) => {
		expect(readField(rows, value, surroundings)).toEqual({ delay: [{ minutes: 30 }] });
	});

	it.each(['abc', '5', '{"minutes": 30}', '[30]', 7, { other: [] }])('is not passed over: %j', (value) => {
		expect(failureOf(() => readField(rows, value, surroundings)).message).toContain('"Callback Delays"');
	});

	it('is told by the name of the part that is at fault', () => {
		for (const note of [NaN, new Date('x'), 2 ** 60])
			expect(failureOf(() => readField(collection, { note }, surroundings)).message).toMatch(/^"Note" /);
		expect(failureOf(() => readField(rows, { delay: [{ minutes: NaN }] }, surroundings)).message).toMatch(
			/^"Minutes" /,
		);
	});

	it('may be JSON text or nothing', () => {
		expect(readField(collection, '{"note": " x "}', surroundings)).toEqual({ note: 'x' });
		expect(['', 'N/A', null].map((value) => readField(collection, value, surroundings))).toEqual([
			undefined,
			undefined,
			undefined,
		]);
		expect(failureOf(() => readField(collection, '[1]', surroundings)).message).toContain('"More"');
	});
});

describe('an option', () => {
	const policy = (options: Record<string, unknown>) =>
		readKeepingPolicy(
			itemWith(Object.fromEntries(Object.entries(options).map(([name, value]) => [`options.${name}`, value]))),
		);

	it('that says nothing has its default', () => {
		expect(policy({ unseenFields: 'N/A', sameIdMeansSamePerson: 'N/A', refuseOtherPeople: '-' })).toMatchObject({
			unseenIsEmpty: false,
			sameIdIsSamePerson: false,
			refusesOthers: false,
		});
		expect(policy({ unseenFields: 'count as empty', sameIdMeansSamePerson: 'yes' })).toMatchObject({
			unseenIsEmpty: true,
			sameIdIsSamePerson: true,
		});
		expect(readRequestOptions({ timeout: 'N/A', proxy: 'null' })).toEqual(readRequestOptions({}));
	});

	it('that does not fit is refused by name', () => {
		expect(failureOf(() => policy({ unseenFields: 'abc' })).message).toContain('"If Kayse Hides a Field"');
		expect(failureOf(() => policy({ sameIdMeansSamePerson: 'abc' })).message).toContain('"Same ID Means Same Person"');
		expect(failureOf(() => readNodeOptions(itemWith({ 'options.maxRetries': 1000 }))).message).toContain(
			'from 0 to 20',
		);
		for (const proxy of [7, {}, 'abc'])
			expect(failureOf(() => readRequestOptions({ proxy })).message).toContain('"Proxy"');
		for (const proxy of ['ftp://proxy:21', 'http://undefined:3128', NaN])
			expect(failureOf(() => readRequestOptions({ proxy })).message).toContain('"Proxy"');
		for (const timeout of ['1,000', NaN, 0])
			expect(failureOf(() => readRequestOptions({ timeout })).message).toContain('"Timeout"');
		expect(failureOf(() => readRequestOptions({ allowUnauthorizedCerts: 'perhaps' })).message).toContain(
			'"Ignore SSL Issues (Insecure)"',
		);
		expect(readRequestOptions({ timeout: '500', allowUnauthorizedCerts: 'yes' })).toMatchObject({
			timeout: 500,
			skipSslCertificateValidation: true,
		});
		for (const timeout of ['abc', [5], -1])
			expect(failureOf(() => readRequestOptions({ timeout })).message).toContain('"Timeout"');
	});
});

describe('Batching of Request Options', () => {
	const batching = (batch: object) => ({ batching: { batch } });

	it.each(['1,000', 'abc', -5, NaN, 2.5, {}, [1, 2], '[object Object]'])(
		'is refused by name with %p, before anything is sent',
		(value) => {
			expect(failureOf(() => readRequestOptions(batching({ batchSize: value, batchInterval: 10 }))).message).toContain(
				'"Items per Batch"',
			);
			expect(failureOf(() => readRequestOptions(batching({ batchSize: 1, batchInterval: value }))).message).toContain(
				'"Batch Interval (Ms)"',
			);
		},
	);

	it.each([
		[
			{ batchSize: '5', batchInterval: '1000.0' },
			{ items: 5, pauseMs: 1_000 },
		],
		[
			{ batchSize: 0, batchInterval: 10 },
			{ items: 1, pauseMs: 10 },
		],
		[
			{ batchSize: null, batchInterval: '' },
			{ items: 50, pauseMs: 1_000 },
		],
		[{ batchSize: -1, batchInterval: 10 }, undefined],
		[{}, undefined],
	])('%j is %j', (batch, spacing) => {
		expect(readSpacing(batching(batch))).toEqual(spacing);
	});
});

describe('entries of a list that the editor shows', () => {
	it('are choices where they are fixed', () => {
		const field: INodeProperties = {
			displayName: 'Roles',
			name: 'roles',
			type: 'multiOptions',
			default: [],
			options: [{ name: 'Can View', value: 'viewer' }],
		};
		expect(readField(field, ['can view', 'viewer'], surroundings)).toEqual(['viewer']);
		expect(failureOf(() => readField(field, ['viewer', 'abc'], surroundings)).message).toContain('"abc"');
		expect(kindOf({ ...field, options: [], typeOptions: { loadOptionsMethod: 'getRoles' } })).toBe('list');
	});

	it('are events by their label, their name or a name that the list lacks', () => {
		const known = [{ name: 'LinkedIn Message Sent', value: 'linkedin.message.sent' }];
		expect(
			namedEvents(['linkedin message sent', 'linkedin.message.sent', 'prospect.responded'], 'Events', known),
		).toEqual(['linkedin.message.sent', 'prospect.responded']);
		expect(failureOf(() => namedEvents(['Message Gone'], 'Events', known)).message).toContain('"Message Gone"');
	});

	it('that are mistyped have a likely meaning, if one is like them', () => {
		expect(closestName('Postal Cod', ['City', 'Postal Code'])).toBe('Postal Code');
		expect(closestName('abc', ['City', 'Postal Code'])).toBeUndefined();
	});
});
