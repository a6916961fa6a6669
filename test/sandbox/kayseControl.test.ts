import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ada, ask, lindqvistCase, newCase, newClient, refusalOf, reyesCase } from './kayse';
import { everyOne } from '../support/everyOne';
import { useSandbox } from './useSandbox';

const objectsSchema = z.array(
	z
		.object({
			name: z.string(),
			fields: z.array(
				z.object({ name: z.string(), type: z.string(), required: z.boolean(), description: z.string() }).strict(),
			),
		})
		.strict(),
);

describe('control of Kayse', () => {
	const sandbox = useSandbox();

	async function control(method: string, argument?: unknown): Promise<{ status: number; body: unknown }> {
		const response = await fetch(`${sandbox.origin}/__control/${method}`, {
			method: 'POST',
			body: JSON.stringify(argument),
		});
		return { status: response.status, body: await response.json() };
	}

	const fieldsOf = async (object: string) =>
		objectsSchema.parse((await ask(sandbox, 'GET /metadata/objects')).body).find(({ name }) => name === object)
			?.fields ?? [];
	const typesOf = async (object: string) =>
		Object.fromEntries((await fieldsOf(object)).map(({ name, type }) => [name, type]));

	it('lists the fields of the three objects', async () => {
		const objects = objectsSchema.parse((await ask(sandbox, 'GET /metadata/objects')).body);
		expect(objects.map(({ name, fields }) => [name, fields.length])).toEqual([
			['cases', 16],
			['clients', 16],
			['case_lists', 6],
		]);
		expect(await typesOf('clients')).toMatchObject({
			email: 'string',
			meta: 'object',
			date_of_birth: 'date',
			case_ids: 'uint[]',
		});
		expect(await typesOf('cases')).toMatchObject({ is_obo: 'bool', client_ids: 'uint[]', opt_out_voice_calls: 'bool' });
		const required = (await fieldsOf('cases')).filter((field) => field.required).map(({ name }) => name);
		expect(required).toEqual(['case_number', 'external_source', 'external_source_id', 'status', 'type']);
	});

	it('serves fields that Kayse adds tomorrow', async () => {
		const replaced = { ...newClient, first_name: 'Nia' };
		expect((await ask(sandbox, 'POST /clients', { ...replaced, language: 'es' })).status).toBe(400);
		sandbox.control.configureKayse({
			extraFields: {
				clients: [{ name: 'language', type: 'string' }],
				cases: [{ name: 'priority', type: 'uint', required: true, description: 'From 1' }],
				case_lists: [{ name: 'external_source', type: 'string' }],
			},
		});
		expect(await typesOf('clients')).toMatchObject({ language: 'string' });
		expect(await fieldsOf('cases')).toContainEqual({
			name: 'priority',
			type: 'uint',
			required: true,
			description: 'From 1',
		});
		expect((await ask(sandbox, `GET /clients/${ada}`)).body).toMatchObject({ first_name: 'Ada', language: null });
		expect((await ask(sandbox, `PUT /clients/${ada}`, { ...replaced, language: 'es' })).body).toMatchObject({
			language: 'es',
		});
		expect((await ask(sandbox, `GET /clients/${ada}`)).body).toMatchObject({ language: 'es' });
		expect((await ask(sandbox, `PUT /clients/${ada}`, replaced)).body).toMatchObject({ language: null });
		expect(refusalOf(await ask(sandbox, `PUT /clients/${ada}`, { ...replaced, language: 1 }))).toEqual([
			400,
			'language: must be a string',
		]);
		const bulk = await ask(sandbox, 'POST /clients/bulk', { clients: [{ ...replaced, language: 'fr' }] });
		expect(bulk.body).toMatchObject({ clients: [{ language: 'fr' }] });
		expect(refusalOf(await ask(sandbox, 'POST /cases', newCase))).toEqual([400, 'priority: is required']);
		expect((await ask(sandbox, 'POST /case_lists', { name: 'New', external_source: 'crm' })).body).toMatchObject({
			external_source: 'crm',
		});
	});

	it('audits each changed field of each record', async () => {
		expect(sandbox.control.kayseAudit()).toEqual([]);
		const {
			id: _id,
			gender: _gender,
			voice_calls_opted_out: _optedOut,
			case_ids: _cases,
			...same
		} = sandbox.control.kayseState().clients[0] ?? {};
		await ask(sandbox, `PUT /clients/${ada}`, same);
		await ask(sandbox, `GET /clients/${ada}`);
		expect(sandbox.control.kayseAudit()).toEqual([]);
		await ask(sandbox, `PUT /clients/${ada}`, { ...same, city: 'Boise', email: undefined, case_ids: [lindqvistCase] });
		const at = expect.stringMatching(/^\d{4}-.*Z$/);
		const change = { at, object: 'clients', id: ada, action: 'update' };
		const mirrored = { at, object: 'cases', action: 'update', field: 'client_ids' };
		expect(sandbox.control.kayseAudit()).toEqual([
			{ ...change, field: 'email', before: 'ada@example.org', after: null },
			{ ...change, field: 'city', before: 'Denver', after: 'Boise' },
			{ ...mirrored, id: reyesCase, before: [401, 402, 403], after: [402, 403] },
			{ ...mirrored, id: lindqvistCase, before: [403, 404], after: [403, 404, 401] },
			{ ...change, field: 'case_ids', before: [reyesCase], after: [lindqvistCase] },
		]);
		sandbox.control.reset();
		expect(sandbox.control.kayseAudit()).toEqual([]);
	});

	it('audits creation and deletion', async () => {
		await ask(sandbox, 'POST /clients', newClient);
		await ask(sandbox, 'DELETE /clients/413');
		const entries = sandbox.control.kayseAudit();
		expect(entries).toContainEqual(
			expect.objectContaining({ id: 413, action: 'create', field: 'id', before: null, after: 413 }),
		);
		expect(entries).toContainEqual(
			expect.objectContaining({ id: 413, action: 'create', field: 'first_name', before: null, after: 'Nia' }),
		);
		expect(entries).toContainEqual(
			expect.objectContaining({ id: 413, action: 'delete', field: 'first_name', before: 'Nia', after: null }),
		);
	});

	it('does the same from another process', async () => {
		const configured = await control('configureKayse', { requestsPerWindow: 3 });
		expect(configured).toMatchObject({
			status: 200,
			body: { requestsPerWindow: 3, hosts: 'reference', extraFields: { clients: [] } },
		});
		expect((await ask(sandbox, `DELETE /clients/${ada}`)).headers.get('x-ratelimit-limit')).toBe('3');
		expect(await control('kayseAudit')).toMatchObject({
			body: expect.arrayContaining([expect.objectContaining({ id: ada, action: 'delete' })]),
		});
		const added = await control('addKayseRecords', { clients: 2, cases: 3, caseLists: 1 });
		expect(added.body).toEqual({ clients: [413, 414], cases: [9010, 9011, 9012], caseLists: [535] });
		const linked = expect.arrayContaining([expect.objectContaining({ id: 9011, client_ids: [414] })]);
		expect(await control('kayseState')).toMatchObject({ body: { cases: linked } });
		await control('reset');
		expect(await control('kayseAudit')).toEqual({ status: 200, body: [] });
	});

	it.each<[string, unknown]>([
		['configureKayse', { maxBulks: 5 }],
		['configureKayse', { extraFields: { people: [] } }],
		['addKayseRecords', { clients: -1 }],
	])('refuses a wrong argument of %s', async (method, argument) => {
		expect((await control(method, argument)).status).toBe(400);
	});

	it('adds records by the thousand, apart from the audit', async () => {
		const { clients } = sandbox.control.addKayseRecords({ clients: 2000, cases: 2000 });
		sandbox.control.addKayseRecords({ cases: 1 });
		const state = sandbox.control.kayseState();
		expect([clients.length, state.clients.length, sandbox.control.kayseAudit()]).toEqual([2000, 2012, []]);
		expect(new Set(state.cases.map(({ case_number }) => case_number)).size).toBe(2010);
	});

	it('seeds the same data each time', () => {
		const before = sandbox.control.kayseState();
		sandbox.control.reset();
		expect(sandbox.control.kayseState()).toEqual(before);
		const { clients, cases, caseLists, campaigns } = before;
		expect([clients, cases, caseLists, campaigns].map(({ length }) => length)).toEqual([12, 9, 34, 3]);
		for (const { id, client_ids } of everyOne(cases)) {
			expect(clients.filter(({ case_ids }) => case_ids.includes(id)).map((client) => client.id)).toEqual(client_ids);
		}
	});
});
