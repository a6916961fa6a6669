import { describe, expect, it } from '@jest/globals';
import {
	ada,
	ask,
	bruno,
	carmen,
	caseWithoutClient,
	dmitri,
	firstList,
	grace,
	keiko,
	lindqvistCase,
	newCase,
	novakCase,
	refusalOf,
	reyesCase,
	tanakaCase,
} from './kayse';
import { useSandbox } from './useSandbox';

describe('cases of Kayse', () => {
	const sandbox = useSandbox();

	const state = () => sandbox.control.kayseState();
	const client = (id: number) => state().clients.find((one) => one.id === id);
	const record = (id: number) => state().cases.find((one) => one.id === id);
	const members = () => state().caseLists.find(({ id }) => id === firstList)?.case_ids;

	it("creates a case, its clients' links, and a type and a status that are new", async () => {
		const created = await ask(sandbox, 'POST /cases', {
			...newCase,
			status: 'intake',
			type: 'maritime',
			client_ids: [keiko],
		});
		expect([created.status, created.body]).toEqual([
			200,
			{
				id: 9010,
				...newCase,
				external_source_data: null,
				name: null,
				court_name: null,
				jurisdiction: null,
				description: null,
				status: 'intake',
				type: 'maritime',
				is_obo: null,
				created_date: null,
				court_date: null,
				end_date: null,
				client_ids: [keiko],
				opt_out_voice_calls: false,
			},
		]);
		expect(client(keiko)?.case_ids).toEqual([9010]);
		const { caseTypes, statuses } = state();
		expect([caseTypes.maritime, statuses.intake]).toEqual([25, 45]);
	});

	it('shows neither links nor opt-outs on GET, unless it is set to', async () => {
		const { body } = await ask(sandbox, `GET /cases/${reyesCase}`);
		expect(body).toMatchObject({ id: reyesCase, court_date: '2026-03-20', external_source_data: { docket: 'A1' } });
		for (const hidden of ['client_ids', 'opt_out_voice_calls', 'call_opted_out'])
			expect(body).not.toHaveProperty(hidden);
		sandbox.control.configureKayse({ getShowsOptOuts: true, getShowsLinks: true });
		const shown = (await ask(sandbox, `GET /cases/${reyesCase}`)).body;
		expect(shown).toMatchObject({ client_ids: [ada, bruno, carmen], opt_out_voice_calls: false });
		expect(shown).toMatchObject({ call_opted_out: true, sms_opted_out: false, email_opted_out: false });
		expect((await ask(sandbox, `GET /cases/${lindqvistCase}`)).body).toMatchObject({ call_opted_out: false });
	});

	it('nulls what a PUT leaves out, but not links and opt-out', async () => {
		await ask(sandbox, `PUT /cases/${reyesCase}`, { ...newCase, opt_out_voice_calls: true });
		const replaced = await ask(sandbox, `PUT /cases/${reyesCase}`, newCase);
		expect(replaced.body).toMatchObject({
			name: null,
			description: null,
			court_name: null,
			jurisdiction: null,
			external_source_data: null,
		});
		expect(replaced.body).toMatchObject({ is_obo: null, created_date: null, court_date: null, end_date: null });
		expect(record(reyesCase)).toMatchObject({
			...newCase,
			client_ids: [ada, bruno, carmen],
			opt_out_voice_calls: true,
		});
		sandbox.control.configureKayse({ omittedLinks: 'cleared' });
		await ask(sandbox, `PUT /cases/${reyesCase}`, newCase);
		expect([record(reyesCase)?.client_ids, client(ada)?.case_ids, client(carmen)?.case_ids]).toEqual([
			[],
			[],
			[lindqvistCase],
		]);
	});

	it('opts all linked clients out of voice calls, and no client back in', async () => {
		await ask(sandbox, `PUT /cases/${lindqvistCase}`, {
			...newCase,
			client_ids: [dmitri, grace],
			opt_out_voice_calls: true,
		});
		const optedOut = () => [ada, bruno, carmen, dmitri, grace].filter((id) => client(id)?.voice_calls_opted_out);
		expect(optedOut()).toEqual([bruno, dmitri, grace]);
		expect(client(carmen)?.case_ids).toEqual([reyesCase]);
		const back = await ask(sandbox, `PUT /cases/${lindqvistCase}`, { ...newCase, opt_out_voice_calls: false });
		expect(back.body).toMatchObject({ opt_out_voice_calls: false });
		expect(optedOut()).toEqual([bruno, dmitri, grace]);
	});

	it('wants unique case numbers', async () => {
		const taken = { ...newCase, case_number: 'MT-2025-001' };
		const message = 'case_number: is already taken';
		expect(refusalOf(await ask(sandbox, 'POST /cases', taken))).toEqual([400, message]);
		expect(refusalOf(await ask(sandbox, `PUT /cases/${lindqvistCase}`, taken))).toEqual([400, message]);
		expect((await ask(sandbox, `PUT /cases/${reyesCase}`, taken)).status).toBe(200);
	});

	it.each<[Record<string, unknown>, string]>([
		[{ case_number: undefined }, 'case_number: is required'],
		[{ status: undefined }, 'status: is required'],
		[{ type: '' }, 'type: is required'],
		[
			{ external_source: 'smoke signals' },
			'external_source: must be one of other, manual, import, crm, csv, website, n8n',
		],
		[{ court_date: '20.03.2026' }, 'court_date: must be a date, YYYY-MM-DD'],
		[{ is_obo: 'no' }, 'is_obo: must be true or false'],
		[{ external_source_data: '{}' }, 'external_source_data: must be an object'],
		[{ client_ids: [401, 4711] }, 'client_ids[1]: no such client'],
		[{ client_ids: ['401'] }, 'client_ids[0]: must be a positive integer'],
		[{ call_opted_out: false }, 'call_opted_out: Unknown member'],
	])('refuses %j', async (fields, message) => {
		const before = state();
		for (const request of ['POST /cases', `PUT /cases/${reyesCase}`]) {
			expect(refusalOf(await ask(sandbox, request, { ...newCase, ...fields }))).toEqual([400, message]);
		}
		expect(state()).toEqual(before);
	});

	it('deletes a case, its links and its place in lists', async () => {
		expect(members()).toEqual([reyesCase, lindqvistCase]);
		expect((await ask(sandbox, `DELETE /cases/${reyesCase}`)).body).toEqual({ message: 'case deleted successfully' });
		expect([members(), client(ada)?.case_ids, client(carmen)?.case_ids]).toEqual([
			[lindqvistCase],
			[],
			[lindqvistCase],
		]);
		expect((await ask(sandbox, `GET /cases/${reyesCase}`)).status).toBe(404);
	});

	describe('bulk delete', () => {
		const remove = async (body: unknown) => await ask(sandbox, 'POST /cases/bulk_delete', body);

		it('keeps the clients by default and writes an audit log per case', async () => {
			expect((await remove({ ids: [reyesCase, lindqvistCase, reyesCase] })).body).toEqual({
				deleted_ids: [reyesCase, lindqvistCase],
			});
			expect([client(ada)?.case_ids, client(dmitri)?.case_ids]).toEqual([[], []]);
			const deletions = sandbox.control
				.kayseAudit()
				.filter(({ action, field }) => action === 'delete' && field === 'id');
			expect(deletions.map(({ object, id }) => [object, id])).toEqual([
				['cases', reyesCase],
				['cases', lindqvistCase],
			]);
		});

		it('deletes the clients of only these cases on request', async () => {
			await remove({ ids: [reyesCase, novakCase, caseWithoutClient], with_clients: true });
			const left = state().clients.map(({ id }) => id);
			expect(left).toEqual([carmen, dmitri, 405, grace, 408, 409, 410, keiko, 412]);
			expect(client(grace)?.case_ids).toEqual([tanakaCase]);
		});

		it('leaves unknown ids out, or refuses them all', async () => {
			expect((await remove({ ids: [4711, tanakaCase] })).body).toEqual({ deleted_ids: [tanakaCase] });
			sandbox.control.configureKayse({ unknownInBulkDelete: 'refused' });
			expect(refusalOf(await remove({ ids: [reyesCase, 4711] }))).toEqual([400, 'ids[1]: no such case']);
			expect(record(reyesCase)).toBeDefined();
		});

		it('takes 500 ids at most', async () => {
			const { cases } = sandbox.control.addKayseRecords({ cases: 501 });
			expect(refusalOf(await remove({ ids: cases }))).toEqual([400, 'ids: must have at most 500 entries']);
			expect((await remove({ ids: cases.slice(0, 500) })).body).toEqual({ deleted_ids: cases.slice(0, 500) });
			expect(refusalOf(await remove({ ids: [] }))).toEqual([400, 'ids: must not be empty']);
			expect(refusalOf(await remove({ ids: ['9001'] }))).toEqual([400, 'ids[0]: must be a positive integer']);
		});
	});
});
