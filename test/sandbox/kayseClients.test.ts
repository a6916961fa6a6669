import { describe, expect, it } from '@jest/globals';
import { ada, ask, bruno, carmen, dmitri, idOf, keiko, lindqvistCase, newClient, refusalOf, reyesCase } from './kayse';
import { useSandbox } from './useSandbox';

describe('clients of Kayse', () => {
	const sandbox = useSandbox();

	const client = (id: number) => sandbox.control.kayseState().clients.find((one) => one.id === id);
	const record = (id: number) => sandbox.control.kayseState().cases.find((one) => one.id === id);
	const optedOut = () =>
		sandbox.control
			.kayseState()
			.clients.filter(({ voice_calls_opted_out }) => voice_calls_opted_out)
			.map(({ id }) => id);

	it('creates a client with links on both sides', async () => {
		const created = await ask(sandbox, 'POST /clients', {
			...newClient,
			meta: { lang: 'es' },
			case_ids: [reyesCase, reyesCase],
		});
		expect([created.status, created.body]).toEqual([
			200,
			{
				id: 413,
				email: null,
				mobile: null,
				...newClient,
				gender: null,
				date_of_birth: null,
				city: null,
				state: null,
				postal_code: null,
				address_line1: null,
				address_line2: null,
				voice_calls_opted_out: false,
				date_of_death: null,
				meta: { lang: 'es' },
				case_ids: [reyesCase],
			},
		]);
		expect(record(reyesCase)?.client_ids).toEqual([ada, bruno, carmen, 413]);
		const legacy = await ask(sandbox, 'POST /clients', { ...newClient, case_id: lindqvistCase });
		expect(legacy.body).toMatchObject({ id: 414, case_ids: [lindqvistCase] });
	});

	it('shows neither links nor the opt-out on GET, unless it is set to', async () => {
		const { body } = await ask(sandbox, `GET /clients/${ada}`);
		expect(body).toMatchObject({
			id: ada,
			first_name: 'Ada',
			gender: 'female',
			address_line2: 'Apt 1',
			meta: { lang: 'es' },
		});
		expect(body).not.toHaveProperty('case_ids');
		expect(body).not.toHaveProperty('voice_calls_opted_out');
		expect(body).not.toHaveProperty('origin');
		sandbox.control.configureKayse({ getShowsLinks: true, showsOrigin: true });
		const shown = { case_ids: [reyesCase], voice_calls_opted_out: true, origin: 'public_api', update_origin: null };
		expect((await ask(sandbox, `GET /clients/${bruno}`)).body).toMatchObject(shown);
	});

	it('nulls what a PUT leaves out, but not links, gender and opt-out', async () => {
		const before = client(ada);
		const replaced = await ask(sandbox, `PUT /clients/${ada}`, { ...newClient, city: 'Boise' });
		const nulled = {
			email: null,
			mobile: null,
			date_of_birth: null,
			state: null,
			postal_code: null,
			address_line1: null,
			address_line2: null,
		};
		const after = { ...before, ...newClient, ...nulled, meta: null, city: 'Boise' };
		expect(before).toMatchObject({ email: 'ada@example.org', city: 'Denver', gender: 'female', case_ids: [reyesCase] });
		expect(client(ada)).toEqual(after);
		expect(replaced.body).toEqual(after);
		await ask(sandbox, `PUT /clients/${bruno}`, newClient);
		expect(optedOut()).toEqual([bruno]);
	});

	it('clears links that a PUT leaves out if it is set to', async () => {
		sandbox.control.configureKayse({ omittedLinks: 'cleared' });
		expect((await ask(sandbox, `PUT /clients/${carmen}`, newClient)).body).toMatchObject({ case_ids: [] });
		expect([record(reyesCase)?.client_ids, record(lindqvistCase)?.client_ids]).toEqual([[ada, bruno], [dmitri]]);
	});

	it('replaces links on both sides', async () => {
		await ask(sandbox, `PUT /clients/${ada}`, { ...newClient, case_ids: [lindqvistCase] });
		expect(client(ada)?.case_ids).toEqual([lindqvistCase]);
		expect(record(reyesCase)?.client_ids).toEqual([bruno, carmen]);
		expect(record(lindqvistCase)?.client_ids).toEqual([carmen, dmitri, ada]);
		await ask(sandbox, `PUT /clients/${ada}`, { ...newClient, case_ids: [] });
		expect(record(lindqvistCase)?.client_ids).toEqual([carmen, dmitri]);
	});

	it('applies the opt-out to all who share a case', async () => {
		await ask(sandbox, `PUT /clients/${carmen}`, { ...newClient, voice_calls_opted_out: true });
		expect(optedOut()).toEqual([ada, bruno, carmen, dmitri]);
		await ask(sandbox, `PUT /clients/${ada}`, { ...newClient, voice_calls_opted_out: false });
		expect(optedOut()).toEqual([dmitri]);
		await ask(sandbox, 'POST /clients', { ...newClient, voice_calls_opted_out: true, case_ids: [lindqvistCase] });
		expect(optedOut()).toEqual([carmen, dmitri, 413]);
	});

	it('takes the same external id twice', async () => {
		const ids = [
			idOf(await ask(sandbox, 'POST /clients', newClient)),
			idOf(await ask(sandbox, 'POST /clients', newClient)),
		];
		expect(ids).toEqual([413, 414]);
	});

	it('deletes a client and its links', async () => {
		const deleted = await ask(sandbox, `DELETE /clients/${ada}`);
		expect([deleted.status, deleted.body]).toEqual([200, { message: 'client deleted successfully' }]);
		expect((await ask(sandbox, `GET /clients/${ada}`)).status).toBe(404);
		expect((await ask(sandbox, `DELETE /clients/${ada}`)).status).toBe(404);
		expect(record(reyesCase)?.client_ids).toEqual([bruno, carmen]);
	});

	it.each<[Record<string, unknown>, string]>([
		[{ nickname: 'N' }, 'nickname: Unknown member'],
		[{ gender: 'female' }, 'gender: Unknown member'],
		[{ id: 5 }, 'id: Unknown member'],
		[{ first_name: undefined }, 'first_name: is required'],
		[{ last_name: '' }, 'last_name: is required'],
		[{ external_source: null }, 'external_source: must be a string'],
		[{ postal_code: 80202 }, 'postal_code: must be a string'],
		[{ date_of_birth: '2026-01-02T00:00:00.000Z' }, 'date_of_birth: must be a date, YYYY-MM-DD'],
		[{ date_of_birth: '2026-02-30' }, 'date_of_birth: must be a date, YYYY-MM-DD'],
		[{ mobile: '+15550100123' }, 'mobile: must be a telephone number in E.164'],
		[{ mobile: '+1202555012' }, 'mobile: must be a telephone number in E.164'],
		[{ mobile: '(202) 555-0123' }, 'mobile: must be a telephone number in E.164'],
		[{ mobile: '' }, 'mobile: must be a telephone number in E.164'],
		[{ email: 'nia at example.org' }, 'email: must be an email address'],
		[{ email: 'nia@example.org, n@example.org' }, 'email: must be an email address'],
		[{ meta: 'x' }, 'meta: must be an object'],
		[{ meta: [] }, 'meta: must be an object'],
		[{ voice_calls_opted_out: 'true' }, 'voice_calls_opted_out: must be true or false'],
		[{ case_ids: 9001 }, 'case_ids: must be an array of integers'],
		[{ case_ids: [9001, '9002'] }, 'case_ids[1]: must be a positive integer'],
		[{ case_ids: [9001.5] }, 'case_ids[0]: must be a positive integer'],
		[{ case_ids: [-1] }, 'case_ids[0]: must be a positive integer'],
		[{ case_ids: [9001, 4711] }, 'case_ids[1]: no such case'],
	])('refuses %j', async (fields, message) => {
		const before = sandbox.control.kayseState();
		for (const request of ['POST /clients', `PUT /clients/${keiko}`]) {
			expect(refusalOf(await ask(sandbox, request, { ...newClient, ...fields }))).toEqual([400, message]);
		}
		expect([sandbox.control.kayseState(), sandbox.control.kayseAudit()]).toEqual([before, []]);
	});

	it('knows case_id on create only', async () => {
		expect(refusalOf(await ask(sandbox, `PUT /clients/${ada}`, { ...newClient, case_id: 9001 }))).toEqual([
			400,
			'case_id: Unknown member',
		]);
		expect(refusalOf(await ask(sandbox, 'POST /clients', { ...newClient, case_id: 4711 }))).toEqual([
			400,
			'case_id: no such case',
		]);
	});
});
