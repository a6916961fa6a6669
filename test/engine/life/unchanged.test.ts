import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { hintsOf } from '../engine';
import { automatic, mapped, useKayseBench } from '../kayse';

const bench = useKayseBench();

const ADA = 401;
const requests = () => bench.requests().map(({ method, path }) => `${method} ${path}`);
const shown = (id = ADA): IDataObject => JSON.parse(JSON.stringify(bench.state.clients.find((row) => row.id === id)));
const texts = (record: IDataObject, ...names: string[]) =>
	Object.fromEntries(names.map((name) => [name, String(record[name])]));

/** The next answer about Ada. */
const kayseShows = (members: IDataObject) =>
	bench.control.fail({
		vendor: 'kayse',
		method: 'GET',
		path: `/clients/${ADA}`,
		kind: 'status',
		status: 200,
		body: { ...shown(), ...members },
	});

const update: INodeParameters = { resource: 'client', operation: 'update', clientId: ADA };
const upsert: INodeParameters = { resource: 'client', operation: 'upsert', fields: automatic() };

describe('an update that changes nothing is not sent', () => {
	it('case 56: Client > Update with what Kayse shows', async () => {
		const { items } = await bench.run({ ...update, fields: mapped(texts(shown(), 'city', 'email')) });
		expect(items[0]?.json).toMatchObject({ id: ADA, unchanged: true, ...texts(shown(), 'city', 'email', 'last_name') });
		expect(requests()).toEqual([`GET /clients/${ADA}`]);
	});

	it('in any spelling: a number with blanks, an address in capitals, a day with a time, a part of an object', async () => {
		const { mobile, email, meta } = shown();
		await bench.run({ ...update, fields: mapped({ date_of_birth: '1980-05-01' }) });
		const before = requests().length;
		const number = String(mobile).replace(/^(\+1)(\d{3})(\d{3})/, '$1 ($2) $3-');
		const [[name, value] = []] = Object.entries(Object(meta));
		const same = {
			mobile: number,
			email: String(email).toUpperCase(),
			date_of_birth: '1980-05-01T00:00:00.000Z',
			meta: JSON.stringify({ [String(name)]: value }),
		};
		const { items } = await bench.run({ ...update, fields: mapped(same) });
		expect(items[0]?.json.unchanged).toBe(true);
		expect(requests().slice(before)).toEqual([`GET /clients/${ADA}`]);
	});

	it('if Kayse shows (202) 555-0123 for a number that the item has in E.164', async () => {
		kayseShows({ mobile: '(202) 555-0123', email: 'ADA@example.org' });
		const { items } = await bench.run({
			...update,
			fields: mapped({ mobile: '+12025550123', email: 'ada@example.org' }),
		});
		expect(items[0]?.json.unchanged).toBe(true);
		expect(requests()).toEqual([`GET /clients/${ADA}`]);
	});

	it.each<[string, INodeParameters]>([
		['another value', { fields: mapped({ city: 'Milan' }) }],
		['capitals', { fields: mapped({ first_name: 'ADA' }) }],
		['a field to empty', { clearClientUpdateFields: ['email'] }],
		['links, which Kayse does not show', { clientUpdateLinks: 'remove' }],
		['an opt-out, which Kayse does not show', { clientUpdateVoiceCalls: 'optedOut' }],
	])('but one that changes something is: %s', async (_, parameters) => {
		const { items } = await bench.run({ ...update, ...parameters });
		expect(items[0]?.json).not.toHaveProperty('unchanged');
		expect(requests()).toContain(`PUT /clients/${ADA}`);
	});

	it('Create or Update sends the rows that change something, and reports the others as unchanged', async () => {
		const rows = [401, 402, 403].map((id) => ({
			id,
			...texts(shown(id), 'first_name', 'last_name', 'external_source', 'external_source_id'),
		}));
		const items = rows.map((row, place) => ({ ...row, ...(place === 1 && { city: 'Milan' }) }));
		const result = await bench.run(upsert, { items });
		expect(result.items.map(({ json }) => [json.id, json.action])).toEqual([
			[401, 'unchanged'],
			[402, 'updated'],
			[403, 'unchanged'],
		]);
		const [bulk] = bench.requests('/clients/bulk');
		expect(bulk?.body).toMatchObject({ clients: [{ id: 402, city: 'Milan' }] });
		bench.nextAccount();
		const again = await bench.run(upsert, { items });
		expect(again.items.map(({ json }) => json.action)).toEqual(['unchanged', 'unchanged', 'unchanged']);
		expect(bench.requests('/clients/bulk')).toHaveLength(1);
		expect(hintsOf(again).join(' ')).not.toContain('unknown');
	});

	it('a later row of the same record builds on one that changed nothing', async () => {
		const row = { id: 401, ...texts(shown(), 'first_name', 'last_name', 'external_source', 'external_source_id') };
		const { items } = await bench.run(upsert, {
			items: [row, { ...row, city: 'Milan' }, { ...row, city: 'Milan', state: 'MI' }],
		});
		expect(items.map(({ json }) => json.action)).toEqual(['unchanged', 'updated', 'updated']);
		expect(shown()).toMatchObject({ city: 'Milan', state: 'MI' });
	});

	it('Case > Update and Create or Update', async () => {
		const [{ id, ...fields } = { id: 0 }] = bench.state.cases;
		const record = texts(JSON.parse(JSON.stringify(fields)), 'name', 'case_number');
		const { items: updated } = await bench.run({
			resource: 'case',
			operation: 'update',
			caseId: id,
			fields: mapped(record),
		});
		const { items: upserted } = await bench.run(
			{ resource: 'case', operation: 'upsert', fields: automatic() },
			{ items: [{ id, ...record }] },
		);
		expect([updated[0]?.json.unchanged, upserted[0]?.json.action]).toEqual([true, 'unchanged']);
		expect(requests()).toEqual(Array(2).fill(`GET /cases/${id}`));
	});

	it('Replace All, which reads the record for its opt-outs, as well', async () => {
		const given = {
			first_name: 'Ada',
			last_name: 'Reyes',
			external_source: 'manual',
			external_source_id: 'x-1',
			city: 'Rome',
		};
		const replace = { ...update, clientUpdateMode: 'replace', fields: mapped(given) };
		await bench.run(replace);
		bench.nextAccount();
		const { items } = await bench.run(replace);
		expect(items[0]?.json).toMatchObject({ ...given, unchanged: true });
		expect(requests()).toEqual([`GET /clients/${ADA}`, `PUT /clients/${ADA}`, `GET /clients/${ADA}`]);
	});

	it('a two-way sync does not echo: a value that comes back is not written', async () => {
		const changed = await bench.run({ ...update, fields: mapped({ city: 'Milan', mobile: '+1 202 555 0177' }) });
		const echo = {
			id: ADA,
			...texts(
				changed.items[0]?.json ?? {},
				'first_name',
				'last_name',
				'external_source',
				'external_source_id',
				'city',
				'mobile',
				'email',
			),
		};
		bench.nextAccount();
		const { items } = await bench.run(upsert, { items: [echo] });
		expect(items[0]?.json.action).toBe('unchanged');
		expect(requests().filter((request) => !request.startsWith('GET'))).toEqual([`PUT /clients/${ADA}`]);
	});

	it('reads only the remaining records again in Retry On Fail and in a loop', async () => {
		const row = { id: 401, ...texts(shown(), 'first_name', 'last_name', 'external_source', 'external_source_id') };
		bench.control.fail({ method: 'POST', path: '/clients/bulk', kind: 'status', status: 400 });
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0, onError: 'continueErrorOutput' as const };
		const { items, errors } = await bench.run(
			{ ...upsert, options: { rowsPerRequest: 1 } },
			{
				items: [
					row,
					{
						...row,
						id: 402,
						...texts(shown(402), 'first_name', 'last_name', 'external_source', 'external_source_id'),
						city: 'Milan',
					},
				],
				settings,
			},
		);
		expect([...items, ...errors].map(({ json }) => json.action ?? json.error)).toEqual([
			'unchanged',
			expect.anything(),
		]);
		expect(requests().filter((request) => request === 'GET /clients/401')).toHaveLength(1);
	});
});

describe('Lead > Take In', () => {
	const lead = {
		external_source: 'website',
		external_source_id: 'lead-1',
		first_name: 'Dana',
		last_name: 'Reyes',
		mobile: '+12125550123',
		case_number: 'WEB-1',
		status: 'new',
		type: 'civil',
	};
	const takeIn: INodeParameters = {
		resource: 'lead',
		operation: 'intake',
		clientFields: automatic(),
		caseFields: automatic(),
	};
	const published = { staticData: {}, mode: 'trigger' as const, isPublished: true };

	it('costs two requests for a lead that has not changed, and four for one that has', async () => {
		await bench.run(takeIn, { items: [lead], ...published });
		expect(requests()).toEqual(['POST /clients', 'POST /cases']);
		const [clientId, caseId] = [bench.state.clients.at(-1)?.id, bench.state.cases.at(-1)?.id];
		const again = await bench.run(takeIn, { items: [{ ...lead, mobile: '(212) 555-0123' }], ...published });
		expect(again.error?.message).toContain('"Mobile"');
		const same = await bench.run(
			{ ...takeIn, options: { defaultCountry: 'US' } },
			{ items: [{ ...lead, mobile: '(212) 555-0123' }], ...published },
		);
		expect(same.items[0]?.json).toMatchObject({
			client: { id: clientId, outcome: 'unchanged' },
			case: { id: caseId, outcome: 'unchanged' },
			link: { outcome: 'leftAlone' },
		});
		expect(requests().slice(2)).toEqual([`GET /clients/${clientId}`, `GET /cases/${caseId}`]);
		await bench.run(takeIn, { items: [{ ...lead, city: 'Milan', description: 'Slip and fall' }], ...published });
		expect(requests().slice(4)).toEqual([
			`GET /clients/${clientId}`,
			`PUT /clients/${clientId}`,
			`GET /cases/${caseId}`,
			`PUT /cases/${caseId}`,
		]);
	});
});
