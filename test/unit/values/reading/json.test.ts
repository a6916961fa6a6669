import { describe, expect, it } from '@jest/globals';
import type { INodeProperties, INodeType } from 'n8n-workflow';

import { readField } from '../../../../nodes/shared/values/reading/field';
import { kindOf } from '../../../../nodes/shared/values/reading/kind';
import { failureOf } from '../../support/failures';
import { everyOne } from '../../../support/everyOne';
import { VENDORS } from '../../../support/vendors';

const nodes: INodeType[] = VENDORS.map(({ node }) => node());

const inside = (field: INodeProperties): INodeProperties[] => [
	field,
	...(field.options ?? []).filter((option): option is INodeProperties => 'type' in option).flatMap(inside),
];

const jsonFields = nodes.flatMap(({ description }) =>
	description.properties
		.flatMap(inside)
		.filter((field) => field.type === 'json' && kindOf(field) !== 'own')
		.map((field) => ({ name: `${description.displayName}: ${field.displayName}`, field })),
);

/** What expressions make of JSON text where they find no value, and what a message must tell of it. */
const LACKING: Array<[unknown, string]> = [
	['{ "lead": undefined }', 'undefined in it'],
	['{ "lead": [object Object] }', '[object Object] in it'],
	['{ "n": NaN, "x": 1 }', 'NaN in it'],
	['[1, Infinity]', 'Infinity in it'],
	['{ "said": "undefined, she said", "lead": undefined }', 'undefined in it'],
	['{ "lead": }', 'a place without a value'],
	['{ "lead": , "x": 1 }', 'a place without a value'],
	['[1, , 2]', 'a place without a value'],
	['{ "lead": ', 'a place without a value'],
	['{ "lead": "undefined" }', '"undefined" in'],
	['{ "lead": { "names": [" NaN "] } }', '"NaN" in'],
	['{ "lead": "[object Object]" }', '"[object Object]" in'],
	['{ "lead": "Call [object Object] now" }', '"[object Object]" in'],
	['{ "undefined": 1 }', '"undefined" in'],
	[{ lead: { name: 'undefined' } }, '"undefined" in'],
	[{ lead: NaN }, 'NaN in it'],
	[NaN, 'NaN in it'],
];

describe.each(jsonFields)('$name', ({ field }) => {
	const read = (value: unknown) => readField(field, value, { timeZone: 'UTC', unfiltered: () => undefined });

	it('says what an expression has left in it', () => {
		for (const [value, text] of everyOne(LACKING)) {
			// What an expression left in a text to a person is told with the place.
			const { message } = failureOf(() => read(value));
			expect(message).toContain(`"${field.displayName}" has `);
			expect([value, message]).toEqual([value, expect.stringContaining(text)]);
			expect(message).not.toContain('not valid');
		}
	});

	it('says nothing where it holds but null', () => {
		for (const value of [
			null,
			undefined,
			'',
			' ',
			[null],
			[null, [undefined]],
			'[null]',
			' [ null, null ] ',
			'[[null]]',
		])
			expect([value, read(value)]).toEqual([value, undefined]);
	});

	it('accepts JSON', () => {
		for (const value of ['{}', '[]', '[0]', '{ "a": {} }', '[null, 1]', '"text"', '0', 'false'])
			expect(read(value)).toBe(value);
	});
});

describe('null and empty text within JSON', () => {
	const labels: string[] = [];
	const surroundings = { timeZone: 'UTC', unfiltered: () => undefined, leftOut: (label: string) => labels.push(label) };
	const written = [
		['{"a":null}', undefined],
		['{"a":{"b":{"c":""}}}', undefined],
		['""', undefined],
		['{"a":{"b":null,"c":0},"d":["",null,{"e":null}],"f":{},"g":" "}', '{"a":{"c":0},"d":["",null,{}],"f":{},"g":" "}'],
	] as const;

	const isData = ({ field }: (typeof jsonFields)[number]): boolean => ['dataJson', 'taskJson'].includes(kindOf(field));

	const readOf = (field: INodeProperties) =>
		written.map(([given]) => {
			labels.length = 0;
			const text = readField(field, given, surroundings);
			return { text, value: readField(field, JSON.parse(given), surroundings), labels: new Set(labels) };
		});

	// A package of one vendor may have no field of a kind.
	it('are left out and reported, because they change nothing', () => {
		const fields = jsonFields.filter((each) => !isData(each)).map(({ field }) => field);
		expect(fields.map(readOf)).toEqual(
			fields.map(({ displayName }) =>
				written.map(([, sent]) => ({
					text: sent,
					value: sent === undefined ? undefined : JSON.parse(sent),
					labels: new Set([displayName]),
				})),
			),
		);
		const withDate = { a: null, b: new Date(0) };
		expect(fields.map((field) => readField(field, withDate, surroundings))).toEqual(
			fields.map(() => ({ b: new Date(0) })),
		);
	});

	it('undefined is left out and reported in the same way, except in data and in JSON for people', () => {
		const kept = jsonFields.filter(({ field }) => ['json', 'settingsJson'].includes(kindOf(field)));
		const found = kept.map(({ field }) => {
			labels.length = 0;
			return { value: readField(field, { a: undefined, b: 1 }, surroundings), labels: [...labels] };
		});
		expect(found).toEqual(kept.map(({ field }) => ({ value: { b: 1 }, labels: [field.displayName] })));
	});

	it.each([
		[{ a: 1, b: undefined }, 'b'],
		[{ a: { b: [0, { c: undefined }] } }, 'a.b[1].c'],
		[[1, undefined], '[1]'],
	])('undefined in data and in JSON for people is refused with its place: %j', (value, place) => {
		const fields = jsonFields.filter((each) => isData(each) || kindOf(each.field) === 'messageJson');
		const found = fields.map(({ field }) => failureOf(() => readField(field, value, surroundings)));
		expect(found).toMatchObject(
			fields.map(({ field }) => ({
				message: `"${field.displayName}" has undefined in "${place}": a value is missing`,
				description: expect.stringContaining('?? null'),
			})),
		);
	});

	it('stay in fields that hold data', () => {
		const fields = jsonFields.filter(isData).map(({ field }) => field);
		expect(fields.map((field) => readOf(field).map(({ text }) => text))).toEqual(
			fields.map(() => written.map(([given]) => given)),
		);
	});
});

describe('JSON text that is none', () => {
	const [field] = jsonFields.filter(({ name }) => name.includes('Input (JSON)')).map((each) => each.field);

	it('is told as such where no expression has left anything in it', () => {
		for (const text of ['{ lead: 1 }', '{ "a": 1 "b": 2 }', '{ "said": "is [object Object] undefined, or: , }" ']) {
			expect(
				failureOf(() =>
					readField(field ?? { displayName: '', name: '', type: 'json', default: '' }, text, {
						timeZone: 'UTC',
						unfiltered: () => undefined,
					}),
				).message,
			).toContain('is not valid JSON');
		}
	});

	it('of any length is judged at once', () => {
		for (const text of [
			`[${'null,'.repeat(200_000)}x`,
			`{"a": ${'['.repeat(200_000)}`,
			`"${'\\"'.repeat(200_000)}`,
			' '.repeat(400_000),
		]) {
			const work = () =>
				readField(field ?? { displayName: '', name: '', type: 'json', default: '' }, text, {
					timeZone: 'UTC',
					unfiltered: () => undefined,
				});
			if (text.trim() === '') expect(work()).toBeUndefined();
			else expect(failureOf(work).kind).toBe('input');
		}
	});
});
