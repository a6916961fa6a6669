import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ItemFailure } from '../../../nodes/shared/contract/failure';
import { joined, membersToKeep, needsMetadata, unseenFields } from '../../../nodes/Kayse/update/merge';
import { legalCase } from '../../../nodes/Kayse/records/case';
import { client } from '../../../nodes/Kayse/records/client';

const documented = client.fields.map(({ name }) => name);
const record = {
	id: 1,
	first_name: 'Ada',
	email: null,
	gender: 'female',
	voice_calls_opted_out: false,
	case_ids: [9001],
};

describe('the fields that an update sends back', () => {
	it('are those of the record, without those that only Kayse sets', () => {
		expect(membersToKeep(client, record, undefined)).toEqual({ first_name: 'Ada', case_ids: [9001] });
	});

	it('include every documented field, with any value', () => {
		const values = fc.oneof(fc.string(), fc.boolean(), fc.object(), fc.integer());
		const current = fc.record(Object.fromEntries(documented.map((name) => [name, values])), { requiredKeys: [] });
		fc.assert(fc.property(current, (fields) => expect(membersToKeep(client, fields, undefined)).toEqual(fields)));
	});

	it('include a field that Kayse announces, and no other', () => {
		const current = { ...record, timezone: 'EST', created_at: '2031-01-01' };
		expect(needsMetadata(client, record)).toBe(false);
		expect(needsMetadata(client, current)).toBe(true);
		expect(membersToKeep(client, current, new Set(['timezone']))).toEqual({
			first_name: 'Ada',
			case_ids: [9001],
			timezone: 'EST',
		});
	});

	it.each([true, 'true', 1, 'Y', 'opted out'])(
		'include an opt-out that is %j, documented or announced, and never an unset one',
		(flag) => {
			const current = { ...record, voice_calls_opted_out: flag, sms_opted_out: flag, email_opted_out: false };
			const announced = new Set(['sms_opted_out', 'email_opted_out']);
			expect(membersToKeep(client, current, announced)).toEqual({
				first_name: 'Ada',
				case_ids: [9001],
				voice_calls_opted_out: true,
				sms_opted_out: flag,
			});
			expect(
				membersToKeep(client, { ...current, sms_opted_out: null, voice_calls_opted_out: false }, announced),
			).toEqual({ first_name: 'Ada', case_ids: [9001] });
			expect(needsMetadata(client, { voice_calls_opted_out: flag, email_opted_out: false })).toBe(false);
		},
	);

	it('include any other value under the name of an opt-out, unchanged', () => {
		const otherMembers = {
			opt_out_reason: 'Asked by phone',
			opted_out_at: '2031-01-01',
			dnc: 'Y',
			opted_out_by: { name: 'Ann' },
			unsubscribe_url: 'https://example.org',
		};
		expect(
			membersToKeep(
				client,
				{ ...otherMembers, do_not_call: false, sms_opted_out: 'no', email_opted_out: '' },
				new Set([...Object.keys(otherMembers), 'do_not_call', 'sms_opted_out', 'email_opted_out']),
			),
		).toEqual(otherMembers);
	});

	it('include the opt-out of a case, and not the data of its clients', () => {
		const current = { id: 9001, status: 'open', opt_out_voice_calls: true, call_opted_out: true, sms_opted_out: true };
		expect(membersToKeep(legalCase, current, undefined)).toEqual({ status: 'open', opt_out_voice_calls: true });
	});

	it('are empty when a field cannot be known', () => {
		expect(() => membersToKeep(client, { timezone: 'EST' }, undefined)).toThrow(ItemFailure);
	});
});

describe('fields that Kayse does not show', () => {
	it('are the documented ones that are missing, unless they are given', () => {
		const shown = Object.fromEntries(documented.map((name) => [name, null]));
		expect(unseenFields(client, shown, new Set())).toEqual([]);
		const { city: _city, meta: _meta, ...shorter } = shown;
		expect(unseenFields(client, shorter, new Set()).sort()).toEqual(['city', 'meta']);
		expect(unseenFields(client, shorter, new Set(['meta']))).toEqual(['city']);
	});
});

describe('joined objects', () => {
	it('have the members of both; the new ones win', () => {
		expect(joined({ meta: { a: 1, b: 1 }, city: 'X' }, { meta: { b: 2 } })).toEqual({
			meta: { a: 1, b: 2 },
			city: 'X',
		});
		expect(joined({ case_ids: [1] }, { case_ids: [2] })).toEqual({ case_ids: [2] });
	});
});
