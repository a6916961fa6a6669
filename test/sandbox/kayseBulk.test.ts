import { describe, expect, it } from '@jest/globals';
import { ada, ask, bruno, firstList, lindqvistCase, newCase, newClient, refusalOf, reyesCase } from './kayse';
import { useSandbox } from './useSandbox';

describe('bulk upserts of Kayse', () => {
	const sandbox = useSandbox();

	const state = () => sandbox.control.kayseState();
	const client = (id: number) => state().clients.find((one) => one.id === id);
	const saveClients = async (clients: unknown) => await ask(sandbox, 'POST /clients/bulk', { clients });
	const saveCases = async (cases: unknown) => await ask(sandbox, 'POST /cases/bulk', { cases });
	const saveLists = async (lists: unknown) => await ask(sandbox, 'POST /case_lists/bulk', { lists });

	it('creates and updates in order, and returns the sent records', async () => {
		const { body } = await saveClients([
			{ ...newClient, case_ids: [reyesCase] },
			{ id: ada, ...newClient, voice_calls_opted_out: false },
			newClient,
		]);
		const clients = [
			{ id: 413, ...newClient, case_ids: [reyesCase] },
			{ id: ada, ...newClient, voice_calls_opted_out: false },
			{ id: 414, ...newClient },
		];
		expect(body).toEqual({ clients });
		expect(client(ada)).toMatchObject({ ...newClient, city: null, email: null, case_ids: [reyesCase] });
		expect(client(bruno)?.voice_calls_opted_out).toBe(false);
	});

	it('answers whole records, and merges, on request', async () => {
		sandbox.control.configureKayse({ bulkResponse: 'full', bulkUpdate: 'merge' });
		const { body } = await saveClients([{ id: ada, city: 'Boise', email: null }]);
		const merged = {
			id: ada,
			first_name: 'Ada',
			city: 'Boise',
			state: 'CO',
			email: null,
			mobile: '+12025550101',
			case_ids: [reyesCase],
		};
		expect(body).toMatchObject({ clients: [merged] });
		expect(refusalOf(await saveClients([{ city: 'Boise' }]))).toEqual([400, 'clients[0].external_source: is required']);
		expect(refusalOf(await saveClients([{ id: ada, first_name: null }]))).toEqual([
			400,
			'clients[0].first_name: must be a string',
		]);
	});

	it.each<[string, unknown, string]>([
		['a missing field', { ...newClient, first_name: undefined }, 'clients[1].first_name: is required'],
		['an unknown field', { ...newClient, nickname: 'N' }, 'clients[1].nickname: Unknown member'],
		['an unknown case', { ...newClient, case_ids: [reyesCase, 4711] }, 'clients[1].case_ids[1]: no such case'],
		['an unknown id', { id: 4711, ...newClient }, 'clients[1].id: no such client'],
		['an id as text', { id: '401', ...newClient }, 'clients[1].id: must be a positive integer'],
		[
			'an update without the fields that PUT needs',
			{ id: ada, city: 'Boise' },
			'clients[1].external_source: is required',
		],
		['something else than an object', 'Nia', 'clients[1]: Expected object, received string'],
	])('applies nothing because of %s', async (_what, row, message) => {
		const before = state();
		expect(refusalOf(await saveClients([newClient, row, { ...newClient, last_name: 5 }]))).toEqual([400, message]);
		sandbox.control.configureKayse({ bulkErrors: 'anonymous' });
		expect(refusalOf(await saveClients([newClient, row]))).toEqual([400, 'validation failed']);
		expect([state(), sandbox.control.kayseAudit()]).toEqual([before, []]);
	});

	it('refuses a body of another form', async () => {
		sandbox.control.configureKayse({ bulkErrors: 'anonymous', maxBulk: 2 });
		expect(refusalOf(await saveClients([newClient, newClient, newClient]))).toEqual([
			400,
			'clients: must have at most 2 entries',
		]);
		expect(refusalOf(await saveClients([]))).toEqual([400, 'clients: must not be empty']);
		expect(refusalOf(await saveClients(undefined))).toEqual([400, 'clients: is required']);
		expect(refusalOf(await ask(sandbox, 'POST /clients/bulk', { clients: [newClient], dry: true }))).toEqual([
			400,
			'dry: Unknown member',
		]);
		expect(state().clients).toHaveLength(12);
	});

	it('takes 1000 rows at most by default', async () => {
		const rows = Array.from({ length: 1001 }, () => newClient);
		expect((await saveClients(rows)).status).toBe(400);
		expect((await saveClients(rows.slice(1))).status).toBe(200);
		expect(state().clients).toHaveLength(1012);
	});

	it('upserts cases with the rules of PUT', async () => {
		const changed = { id: reyesCase, ...newCase, case_number: 'MT-2025-001', opt_out_voice_calls: true };
		const { body } = await saveCases([{ ...newCase, client_ids: [ada] }, changed]);
		expect(body).toEqual({ cases: [{ id: 9010, ...newCase, client_ids: [ada] }, changed] });
		expect(state().cases.find(({ id }) => id === reyesCase)).toMatchObject({ name: null, client_ids: [ada, 402, 403] });
		expect(client(ada)).toMatchObject({ case_ids: [reyesCase, 9010], voice_calls_opted_out: true });
	});

	it('checks case numbers across the rows', async () => {
		const before = state();
		expect(refusalOf(await saveCases([newCase, { ...newCase, external_source_id: 'x-2' }]))).toEqual([
			400,
			'cases[1].case_number: is already taken',
		]);
		expect(refusalOf(await saveCases([{ ...newCase, case_number: 'MT-2025-001' }]))).toEqual([
			400,
			'cases[0].case_number: is already taken',
		]);
		expect(state()).toEqual(before);
		const freed = { ...newCase, case_number: 'MT-2025-001', external_source_id: 'x-2' };
		expect((await saveCases([{ id: reyesCase, ...newCase }, freed])).status).toBe(200);
	});

	it('upserts case lists and tells which are new', async () => {
		const { caseTypes } = state();
		const filter = { case_type_ids: [caseTypes.family] };
		const { body } = await saveLists([
			{ name: 'Families', filter, include_ids: [reyesCase] },
			{ id: firstList, name: 'Renamed', filter, exclude_ids: [9005] },
		]);
		expect(body).toEqual({
			lists: [
				{ id: 535, action: 'created' },
				{ id: firstList, action: 'updated' },
			],
		});
		const lists = state().caseLists;
		expect(lists.find(({ id }) => id === 535)?.case_ids).toEqual([9005, 9006, reyesCase]);
		expect(lists.find(({ id }) => id === firstList)).toMatchObject({
			name: 'Renamed',
			description: null,
			filter,
			case_ids: [9006],
		});
	});

	it('empties a list whose filter an update leaves out, and keeps it when merging', async () => {
		const list = () => state().caseLists.find(({ id }) => id === firstList);
		sandbox.control.configureKayse({ bulkUpdate: 'merge' });
		await saveLists([{ id: firstList, description: 'Merged', exclude_ids: [lindqvistCase] }]);
		expect(list()).toMatchObject({ name: 'Mass Tort Prospects 01', description: 'Merged', case_ids: [reyesCase] });
		sandbox.control.configureKayse({ bulkUpdate: 'replace' });
		await saveLists([{ id: firstList, name: 'Renamed' }]);
		expect(list()).toMatchObject({ name: 'Renamed', description: null, filter: null, case_ids: [] });
		const refused = await saveLists([{ id: firstList, name: 'Again', include_ids: [reyesCase] }]);
		expect(refusalOf(refused)).toEqual([400, 'lists[0].include_ids: requires filter to be present']);
	});
});
