import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { useKaiCallsBench } from '../kaicalls';
import { byId, useKakiyoBench } from '../kakiyo';
import { useKayseBench } from '../kayse';
import { outcome } from '../outcome';
import { automatic } from '../resourceMapper';

const kaicalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();

/** What U+FFFD is shown as: a program has read "ü" and "ö" in the wrong encoding. */
const LOST = '\ufffd';

const client = (id: string, more: IDataObject = {}): IDataObject => ({
	external_source: 'import',
	external_source_id: id,
	first_name: 'Ann',
	last_name: 'Lee',
	...more,
});
const upsert = { resource: 'client', operation: 'upsert', fields: automatic() };
const create = { resource: 'client', operation: 'create', fields: automatic() };
const add = { resource: 'prospect', operation: 'add', campaignId: byId('campaign_001') };
const sms = () => ({
	resource: 'smsMessage',
	operation: 'send',
	agentId: byId(kaicalls.state.agents[0]?.id ?? ''),
	to: '={{ $json.to }}',
	message: '={{ $json.text }}',
});
const writes = () => kayse.requests().filter(({ method }) => method !== 'GET');

describe('letters that were lost in a wrong encoding make one person of two', () => {
	it.each([
		['U+FFFD', LOST],
		['a question mark', '?'],
	])('Ann Müller and Ann Möller are not written over each other: Create or Update, %s', async (_, lost) => {
		const rows = ['+15125550100', '+15125550101'].map((mobile) =>
			client(`ann.m${lost}ller`, { last_name: `M${lost}ller`, mobile }),
		);
		const { errors } = await outcome(kayse, upsert, rows);
		expect(errors).not.toEqual([]);
	});

	it('nor in Take In', async () => {
		const rows = ['1', '2'].map((n) =>
			client(`ann.m${LOST}ller`, {
				last_name: `M${LOST}ller`,
				mobile: `+1512555010${n}`,
				case_number: `X${n}`,
				case_external_source_id: `k${n}`,
				status: 'new',
				type: 'civil',
			}),
		);
		const { errors } = await outcome(
			kayse,
			{ resource: 'lead', operation: 'intake', clientFields: automatic(), caseFields: automatic() },
			rows,
		);
		expect(errors).not.toEqual([]);
	});
});

describe('a LinkedIn address that has lost a letter belongs to no person', () => {
	const url = `https://www.linkedin.com/in/jos${LOST}-garcia`;

	it('is refused as an opt-out, as "jos?-garcia" is: José would be contacted', async () => {
		const { sent, errors } = await outcome(kakiyo, { resource: 'dnc', operation: 'add' }, [{ url }]);
		expect([sent, errors.length]).toEqual([[], 1]);
	});

	it('is refused by Check, which would say that José has not opted out', async () => {
		const { sent } = await outcome(kakiyo, { resource: 'dnc', operation: 'check', url }, [{}]);
		expect(sent).toEqual([]);
	});

	it('of two prospects drops none as a duplicate', async () => {
		const row = { name: `Ann M${LOST}ller`, url: `https://www.linkedin.com/in/ann-m${LOST}ller` };
		const { sent, errors } = await outcome(kakiyo, add, [row, { ...row }]);
		expect([sent, errors.length]).toEqual([[], 2]);
	});
});

describe('an External Source ID in a spreadsheet’s spelling', () => {
	it.each([['="1001"'], ["'1001"], ['１００１'], ['1001.0']])(
		'is read as the visible ID, or refused, and makes no second record: %s',
		async (spelled) => {
			const { items } = await outcome(kayse, upsert, [
				client('1001', { mobile: '+15125550100' }),
				client(spelled, { mobile: '+15125550100' }),
			]);
			expect(new Set(items.flatMap(({ id }) => id ?? [])).size).toBe(1);
		},
	);
});

describe('an External Source ID of no person is refused', () => {
	it.each([
		'nobody',
		'no one',
		'noone@example.com',
		'nobody@nowhere.com',
		'same as spouse',
		'see file',
		'not in CRM',
		'nope',
		'DO NOT CONTACT',
		'name@domain.com',
		'youremail@example.com',
		'12/30/1899',
		'0001-01-01',
	])('%s', async (id) => {
		const { errors } = await outcome(kayse, upsert, [client(id)]);
		expect([writes(), errors.length]).toEqual([[], 1]);
	});
});

describe('a program’s word for a missing date is not a date', () => {
	it.each(['0001-01-01T00:00:00', '0001-01-01', '1899-12-30T00:00:00.000Z', '1899-12-30', '9999-12-31', '1/31/0026'])(
		'of a case: %s',
		async (created_date) => {
			await outcome(kayse, { resource: 'case', operation: 'create', fields: automatic() }, [
				{
					external_source: 'import',
					external_source_id: 'c-1',
					case_number: 'C-1',
					status: 'open',
					type: 'civil',
					created_date,
				},
			]);
			expect(JSON.stringify(kayse.requests('/cases').map(({ body }) => body))).not.toContain('created_date');
		},
	);
});

describe('a postal code is read to its end', () => {
	it.each(['78701.5', '787O1', '78701-1234.0'])('%s does not go out as it is', async (postal_code) => {
		await outcome(kayse, create, [client('c-1', { postal_code })]);
		expect(kayse.requests('/clients').map(({ body }) => Object(body).postal_code)).not.toContain(postal_code);
	});
});

describe('a spreadsheet’s marks are taken off every kind of field, as of telephone numbers and postal codes', () => {
	it.each([
		['a date', "'1990-01-31"],
		['a date', '="1990-01-31"'],
		['a date with unseen marks, as Windows writes it', '\u200e1/\u200e31/\u200e1990'],
	])('%s: %s', async (_, date_of_birth) => {
		const { sent } = await outcome(kayse, create, [client('c-1', { date_of_birth })]);
		expect(sent.map(({ body }) => Object(body).date_of_birth)).toEqual(['1990-01-31']);
	});

	it.each(["'9001", '="9001"'])('an ID: %s', async (caseId) => {
		const { errors } = await outcome(
			kayse,
			{
				resource: 'case',
				operation: 'sendSms',
				caseId: '={{ $json.caseId }}',
				clientId: 401,
				message: 'Your hearing has moved.',
			},
			[{ caseId }],
		);
		expect(errors).toEqual([]);
	});

	it("yes or no: 'yes", async () => {
		const { errors } = await outcome(kakiyo, add, [{ name: 'Ann Lee', url: 'in/ann-lee', ongoing: "'yes" }]);
		expect(errors).toEqual([]);
	});
});

describe('the option Default Country takes the names that people give', () => {
	it.each(['United States of America', 'U.S.', 'The Netherlands'])('%s', async (country) => {
		const { errors } = await outcome(kaicalls, { ...sms(), options: { defaultCountry: '={{ $json.country }}' } }, [
			{ to: country === 'The Netherlands' ? '06 12345678' : '202-555-0123', text: 'Hello there', country },
		]);
		expect(errors).toEqual([]);
	});
});

describe('a message names the field and the user’s value', () => {
	it('of a list on the Do Not Contact list', async () => {
		const { errors } = await outcome(kakiyo, { resource: 'dnc', operation: 'add' }, [{ url: '["in/ann-lee", "N/A"]' }]);
		expect(errors).toEqual([expect.stringContaining('"LinkedIn Profile URL (url)" has the entry "N/A"')]);
	});

	it('of an object in Map Automatically, which has no expression', async () => {
		const { items } = await outcome(kakiyo, add, [{ name: { first: 'Ann', last: 'Lee' }, url: 'in/ann-lee' }]);
		expect(Object(items[0]?.details).description).not.toContain('expression');
	});
});

describe('a date that contradicts itself, or an impossible zone', () => {
	it.each(['Thursday, January 31, 1990', '1990-01-31T00:00:00+99:00'])(
		'%s is refused (January 31, 1990 was a Wednesday)',
		async (date_of_birth) => {
			const { sent } = await outcome(kayse, create, [client('c-1', { date_of_birth })]);
			expect(sent).toEqual([]);
		},
	);
});
