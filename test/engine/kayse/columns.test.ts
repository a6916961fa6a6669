import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { hintsOf } from '../engine';
import { useKayseBench } from '../kayse';
import { automatic, mapped } from '../resourceMapper';

const bench = useKayseBench();

const create = { resource: 'client', operation: 'create', fields: automatic() };
const source = { external_source: 'clio', external_source_id: 'c-1' };

describe('an export of another program, mapped automatically', () => {
	it('Clio’s template: phone and e-mail arrive, unused columns are named', async () => {
		const row = {
			title: 'Ms',
			job_title: '',
			first_name: 'Ann',
			last_name: 'Example',
			company: 'Example LLC',
			business_street: '1 Main St',
			business_city: 'Austin',
			business_state: 'TX',
			business_postal_code: '78701',
			email_address: 'ann@example.com',
			primary_phone: '+15125550100',
			...source,
		};
		const result = await bench.run(create, { items: [row] });
		expect(result.error?.message).toBeUndefined();
		expect(bench.requests('/clients')[0]?.body).toMatchObject({
			first_name: 'Ann',
			email: 'ann@example.com',
			mobile: '+15125550100',
			address_line1: '1 Main St',
			city: 'Austin',
			state: 'TX',
			postal_code: '78701',
		});
		expect(hintsOf(result)).toEqual([
			expect.stringContaining('Not used: 2 columns of the input, "title" and "company".'),
		]);
	});

	it.each<[string, IDataObject]>([
		[
			'Outlook',
			{
				'First Name': 'Ann',
				'Last Name': 'Example',
				'E-mail Address': 'ann@example.com',
				'Primary Phone': '',
				'Mobile Phone': '+15125550100',
				'Business Phone': '+15125550199',
			},
		],
		[
			'Google contacts',
			{
				'Given Name': 'Ann',
				'Family Name': 'Example',
				'E-mail 1 - Value': 'ann@example.com',
				'Phone 1 - Value': '+15125550100',
			},
		],
		[
			'Lawmatics',
			{ 'First Name': 'Ann', 'Last Name': 'Example', 'Email Address': 'ann@example.com', Phone: '+15125550100' },
		],
		[
			'Law Ruler and SmartAdvocate',
			{
				'First Name': 'Ann',
				'Last Name': 'Example',
				Email: 'ann@example.com',
				'Cell Phone': '+15125550100',
				Phone: '+15125550199',
			},
		],
		[
			'columns of one’s own go first',
			{
				first_name: 'Ann',
				last_name: 'Example',
				Mobile: '+15125550100',
				Phone: '+15125550199',
				'E-Mail': 'ann@example.com',
			},
		],
	])('%s', async (_, row) => {
		const { error } = await bench.run(create, { items: [{ ...row, ...source }] });
		expect(error?.message).toBeUndefined();
		expect(bench.requests('/clients')[0]?.body).toMatchObject({
			first_name: 'Ann',
			last_name: 'Example',
			email: 'ann@example.com',
			mobile: '+15125550100',
		});
	});

	it('two possible columns are refused by name', async () => {
		const row = {
			first_name: 'Ann',
			last_name: 'Example',
			...source,
			'Mobile Phone': '+15125550100',
			'Cell Phone': '+15125550199',
		};
		const { error } = await bench.run(create, { items: [row] });
		expect(error?.message).toContain('"Mobile Phone" and "Cell Phone" say different things about "Mobile"');
		expect(bench.requests()).toEqual([]);
	});

	it('a row without a needed column shows its columns, and the likely cause', async () => {
		const { error } = await bench.run(create, { items: [{ 'First Name;Last Name': 'Ann;Example' }] });
		expect(error?.description).toMatch(/The item has "First Name;Last Name"\..*"Delimiter"/);
	});

	it.each<[string, INodeParameters, IDataObject]>([
		['Client > Update', { resource: 'client', operation: 'update', clientId: 401 }, {}],
		['Case > Update', { resource: 'case', operation: 'update', caseId: 9001 }, {}],
		[
			'Client > Update, Replace All',
			{
				resource: 'client',
				operation: 'update',
				clientId: 401,
				clientUpdateMode: 'replace',
				clearClientUpdateFields: ['city'],
			},
			{},
		],
		[
			'Client > Create or Update, Replace All',
			{ resource: 'client', operation: 'upsert', clientUpsertMode: 'replace' },
			{ id: 401 },
		],
		[
			'Case > Create or Update, Replace All',
			{ resource: 'case', operation: 'upsert', caseUpsertMode: 'replace' },
			{ id: 9001 },
		],
		['Case List > Create or Update', { resource: 'caseList', operation: 'upsert' }, { id: 5 }],
	])('a row that %s cannot use shows the same', async (_, parameters, more) => {
		const { error } = await bench.run(
			{ ...parameters, fields: automatic() },
			{ items: [{ ...more, 'First Name;Last Name': 'Ann;Example' }] },
		);
		expect(error?.description).toMatch(/The item has .*"First Name;Last Name"\..*"Delimiter"/);
		expect(bench.requests()).toEqual([]);
	});

	it('the fax of a Google contact is not sent, and named', async () => {
		const row = {
			first_name: 'Ann',
			last_name: 'Example',
			...source,
			'Phone 1 - Label': 'Work Fax',
			'Phone 1 - Value': '+15125550100',
			'Phone 2 - Label': 'Mobile',
			'Phone 2 - Value': '+15125550199',
		};
		const result = await bench.run(create, { items: [row] });
		expect(bench.requests('/clients')[0]?.body).toMatchObject({ mobile: '+15125550199' });
		expect(hintsOf(result)).toEqual([
			expect.stringContaining('Not used: 2 columns of the input, "Phone 1 - Label" and "Phone 1 - Value".'),
		]);
	});
});

it('columns are not named as unused if the fields were set one by one', async () => {
	const fields = mapped({ first_name: '={{ $json.a }}', last_name: 'Example', ...source });
	const result = await bench.run({ ...create, fields }, { items: [{ a: 'Ann', b: 'x' }] });
	expect(hintsOf(result)).toEqual([]);
});

it('columns that an expression reads are not named as unused, nor those of a row that was refused before they were read', async () => {
	const update = {
		resource: 'client',
		operation: 'update',
		clientId: { __rl: true, mode: 'id', value: '={{ $json.client }}' },
		fields: automatic(),
	};
	const read = await bench.run(update, { items: [{ client: 401, city: 'Austin', shoe: '42' }] });
	expect(read.error?.message).toBeUndefined();
	expect(hintsOf(read)).toEqual([expect.stringContaining('Not used: 1 column of the input, "shoe".')]);
	const refused = await bench.run(
		{ ...create, onError: 'continueRegularOutput' },
		{ items: [{ first_name: 'Ann', last_name: 'Example', ...source, mobile: '12', city: 'Austin' }] },
	);
	expect(hintsOf(refused).join()).not.toContain('Not used');
});
