import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { legalCase } from '../../../nodes/Kayse/records/case';
import { client } from '../../../nodes/Kayse/records/client';
import { isUnchanged } from '../../../nodes/Kayse/update/unchanged';
import type { Change } from '../../../nodes/Kayse/input/change';

const change = (values: Record<string, unknown>, rest: Partial<Change> = {}): Change => ({
	values,
	cleared: [],
	untouched: [],
	apart: {},
	...rest,
});

const ada = {
	id: 412,
	first_name: 'Ada',
	last_name: 'Reyes',
	external_source: 'manual',
	external_source_id: 'crm-7781',
	email: 'ada@example.org',
	mobile: '+12025550123',
	date_of_birth: '1980-05-01',
	address_line1: null,
	address_line2: null,
	city: 'Rome',
	state: null,
	postal_code: '00184',
	date_of_death: null,
	meta: { lang: 'es', tags: ['a', 'b'] },
};

describe('an update changes nothing', () => {
	it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
		['the same texts', { city: 'Rome', email: 'ada@example.org' }, {}],
		['an e-mail address in capitals', { email: 'Ada@Example.org' }, {}],
		['a day that Kayse shows with a time', { date_of_birth: '1980-05-01' }, { date_of_birth: '1980-05-01T00:00:00Z' }],
		['a number that Kayse shows with blanks', { mobile: '+12025550123' }, { mobile: '+1 (202) 555-0123' }],
		['a number that Kayse shows without its country code', { mobile: '+12025550123' }, { mobile: '(202) 555-0123' }],
		['the same as a number', { mobile: '+12025550123' }, { mobile: 2025550123 }],
		['one of another country, with its zero', { mobile: '+4915112345678' }, { mobile: '0151 12345678' }],
		[
			'an address that Kayse shows in capitals and with blanks',
			{ email: 'ada@example.org' },
			{ email: ' ADA@EXAMPLE.ORG ' },
		],
		['a day that Kayse shows in words', { date_of_birth: '1980-05-01' }, { date_of_birth: 'May 1, 1980' }],
		['a day that Kayse shows in American form', { date_of_birth: '1980-05-31' }, { date_of_birth: '05/31/1980' }],
		[
			'a day that Kayse shows as midnight of a zone',
			{ date_of_birth: '1980-05-01' },
			{ date_of_birth: '1980-05-01T00:00:00-05:00' },
		],
		['a postal code that Kayse shows as a number', { postal_code: '10115' }, { postal_code: 10115 }],
		['blanks around a text', { city: 'Rome' }, { city: ' Rome ' }],
		['a part of an object', { meta: { lang: 'es' } }, {}],
		['an object in another order', { meta: { tags: ['a', 'b'], lang: 'es' } }, {}],
	])('when its values are those that Kayse shows: %s', (_, values, shown) => {
		expect(isUnchanged(client, change(values), { ...ada, ...shown }, true)).toBe(true);
	});

	it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
		['another number', { mobile: '+12025550124' }, { mobile: '(202) 555-0123' }],
		['the same digits in another country', { mobile: '+4915112345678' }, { mobile: '+1 (202) 555-0123' }],
		['a part of a number', { mobile: '+12025550123' }, { mobile: '555-0123' }],
		['an extension', { mobile: '+12025550123' }, { mobile: '(202) 555-0123 ext. 7' }],
		['a day that may be another', { date_of_birth: '1980-05-01' }, { date_of_birth: '01/05/1980' }],
	])('not when Kayse shows %s', (_, values, shown) => {
		expect(isUnchanged(client, change(values), { ...ada, ...shown }, true)).toBe(false);
	});

	it.each<[string, Change]>([
		['another city', change({ city: 'Milan' })],
		['capitals of a name', change({ first_name: 'ADA' })],
		['one of several', change({ city: 'Rome', state: 'RM' })],
		['a member of an object', change({ meta: { lang: 'en' } })],
		['the order of a list', change({ meta: { tags: ['b', 'a'] } })],
		['a field that Kayse does not show', change({ preferred_language: 'es' })],
		['a field to empty', change({}, { cleared: ['city'] })],
		['a field to empty that Kayse does not show', change({}, { cleared: ['preferred_language'] })],
		['links that Kayse does not show', change({}, { apart: { case_ids: [9001] } })],
		['an opt-out that Kayse does not show', change({}, { apart: { voice_calls_opted_out: true } })],
	])('not when there is %s', (_, wanted) => {
		expect(isUnchanged(client, wanted, ada, true)).toBe(false);
	});

	it('when the fields to clear are empty, and links and opt-outs already have the wanted values', () => {
		const shown = { ...ada, voice_calls_opted_out: true, case_ids: [9002, 9001] };
		expect(
			isUnchanged(
				client,
				change({}, { cleared: ['state'], apart: { case_ids: [9001, 9002], voice_calls_opted_out: true } }),
				shown,
				true,
			),
		).toBe(true);
		expect(isUnchanged(client, change({}, { apart: { case_ids: [9001] } }), shown, true)).toBe(false);
		expect(isUnchanged(client, change({}, { apart: { voice_calls_opted_out: false } }), shown, true)).toBe(false);
	});

	it('not when a case opts out its clients: it does not show clients linked since', () => {
		expect(
			isUnchanged(legalCase, change({}, { apart: { opt_out_voice_calls: true } }), { opt_out_voice_calls: true }, true),
		).toBe(false);
	});

	it('with Replace All, only when all else is empty, and shown to be', () => {
		const { id, first_name, last_name, external_source, external_source_id } = ada;
		const given = { first_name, last_name, external_source, external_source_id };
		const empty = Object.fromEntries(client.fields.map(({ name }) => [name, null]));
		expect(isUnchanged(client, change(given), { ...empty, ...given, id, gender: 'f' }, false)).toBe(true);
		expect(isUnchanged(client, change(given), { ...empty, ...given, id, city: 'Rome' }, false)).toBe(false);
		expect(isUnchanged(client, change(given), { ...given, id }, false)).toBe(false);
		const untouched = { untouched: ['city'] };
		expect(isUnchanged(client, change(given, untouched), { ...empty, ...given, id, city: 'Rome' }, false)).toBe(true);
		expect(isUnchanged(client, change(given, untouched), { ...empty, ...given, id, state: 'RM' }, false)).toBe(false);
		expect(
			isUnchanged(client, change({ ...given, meta: { a: 1 } }), { ...empty, ...given, meta: { a: 1, b: 2 } }, false),
		).toBe(false);
	});

	it('exactly when every named field is the same', () => {
		const texts = client.fields.filter(({ type }) => type === 'string').map(({ name }) => name);
		const values = fc.record(Object.fromEntries(texts.map((name) => [name, fc.constantFrom('a', 'b')])), {
			requiredKeys: [],
		});
		fc.assert(
			fc.property(values, values, (wanted, shown) => {
				const same = Object.entries(wanted).every(([name, value]) => shown[name] === value);
				expect(isUnchanged(client, change(wanted), shown, true)).toBe(same);
			}),
		);
	});
});
