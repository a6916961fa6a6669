import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
	ada,
	ask,
	askCalls,
	bruno,
	caseWithoutClient,
	dmitri,
	firstList,
	lindqvistCase,
	refusalOf,
	reyesCase,
	springIntake,
} from './kayse';
import { useSandbox } from './useSandbox';

const campaigns = z.array(z.object({ name: z.string() }).passthrough());
const sms = { send_sms_before_call: true, sms_before_call_text: 'Soon' };
const campaign = { name: 'Autumn', agent_id: 'agt_karim', case_list_id: firstList, ...sms };

describe('outreach of Kayse', () => {
	const sandbox = useSandbox();

	const text = async (body: Record<string, unknown>) => await ask(sandbox, 'POST /cases/communication/sms', body);
	const mail = async (body: Record<string, unknown>) => await ask(sandbox, 'POST /cases/communication/email', body);
	const create = async (fields: Record<string, unknown>) =>
		await ask(sandbox, 'POST /campaigns', { ...campaign, ...fields });

	it('schedules messages to clients of the case, opted out or not', async () => {
		const to = { case_id: reyesCase, client_id: bruno, message: 'Hello {{first_name}}' };
		expect((await text(to)).body).toEqual({ message: 'sms scheduled' });
		expect((await mail({ ...to, subject: 'News' })).body).toEqual({ message: 'email scheduled' });
		const at = expect.any(String);
		expect(sandbox.control.kayseState().messages).toEqual([
			{ id: 6001, at, channel: 'sms', subject: null, ...to },
			{ id: 6002, at, channel: 'email', subject: 'News', ...to },
		]);
	});

	it('sends nothing to anyone else', async () => {
		const to = { case_id: reyesCase, client_id: dmitri, message: 'Hello' };
		expect(refusalOf(await text(to))).toEqual([400, 'client_id: is not linked to the case']);
		expect(refusalOf(await mail({ ...to, subject: 'x' }))).toEqual([400, 'client_id: is not linked to the case']);
		expect(refusalOf(await text({ ...to, case_id: 4711 }))).toEqual([400, 'case_id: no such case']);
		expect(refusalOf(await text({ ...to, client_id: 4711 }))).toEqual([400, 'client_id: no such client']);
		expect(refusalOf(await text({ ...to, case_id: '9001' }))).toEqual([400, 'case_id: must be a positive integer']);
		expect(refusalOf(await text({ ...to, message: '' }))).toEqual([400, 'message: is required']);
		expect(refusalOf(await mail(to))).toEqual([400, 'subject: is required']);
		expect(refusalOf(await text({ ...to, subject: 'x' }))).toEqual([400, 'subject: Unknown member']);
		expect(sandbox.control.kayseState().messages).toEqual([]);
	});

	it('schedules a call to the first client of the case', async () => {
		const order = { campaign_id: springIntake, case_id: lindqvistCase };
		expect((await askCalls(sandbox, 'POST /calls', order)).body).toEqual({ ...order, client_id: 403 });
		expect(sandbox.control.kayseState().calls).toEqual([
			{ id: 3001, at: expect.any(String), ...order, client_id: 403 },
		]);
	});

	it.each<[Record<string, unknown>, string]>([
		[{ campaign_id: 4711 }, 'campaign_id: no such campaign'],
		[{ case_id: 4711 }, 'case_id: no such case'],
		[{ case_id: caseWithoutClient }, 'case_id: the case has no client'],
		[{ case_id: '9001' }, 'case_id: must be a positive integer'],
		[{ campaign_id: undefined }, 'campaign_id: is required'],
		[{ client_id: ada }, 'client_id: Unknown member'],
	])('schedules no call for %j', async (fields, message) => {
		const order = { campaign_id: springIntake, case_id: reyesCase, ...fields };
		expect(refusalOf(await askCalls(sandbox, 'POST /calls', order))).toEqual([400, message]);
		expect(sandbox.control.kayseState().calls).toEqual([]);
	});

	it('creates a campaign and shows it as documented', async () => {
		const created = await create({
			days: ['Monday'],
			callback_delays: [{ minutes: 30 }],
			start_time: '2026-03-01T09:00:00+02:00',
		});
		expect(created.body).toEqual({
			id: 74,
			...campaign,
			case_list_name: 'Mass Tort Prospects 01',
			agent: { id: 6, name: 'Karim', voice_id: 'v_2', avatar_url: 'https://cdn.example.org/karim.png' },
			stats: {},
			days: ['Monday'],
			callback_delays: [{ minutes: 30, hours: 0, days: 0 }],
			start_time: '2026-03-01T09:00:00+02:00',
			end_time: null,
			send_sms_before_call_delay_minutes: null,
			send_sms_after_successful_call: null,
			sms_after_successful_call_text: null,
			send_sms_after_failed_call: null,
			sms_after_failed_call_text: null,
			is_obo: null,
			calls_scheduled_externally: null,
		});
		expect((await askCalls(sandbox, 'POST /calls', { campaign_id: 74, case_id: reyesCase })).status).toBe(200);
	});

	it('takes the newer body, with runs in place of SMS settings', async () => {
		const { send_sms_before_call: _send, sms_before_call_text: _text, ...newer } = campaign;
		expect(refusalOf(await ask(sandbox, 'POST /campaigns', newer))).toEqual([400, 'send_sms_before_call: is required']);
		expect(refusalOf(await ask(sandbox, 'POST /campaigns', { ...newer, runs: [] }))).toEqual([
			400,
			'runs: must not be empty',
		]);
		const runs = [{ start_date: '2026-03-01', end_date: '2026-03-31' }];
		expect((await ask(sandbox, 'POST /campaigns', { ...newer, runs, concurrency_limit: 0 })).body).toMatchObject({
			runs,
			concurrency_limit: 0,
		});
	});

	it.each<[Record<string, unknown>, string]>([
		[{ name: undefined }, 'name: is required'],
		[{ case_list_id: '501' }, 'case_list_id: must be a positive integer'],
		[{ case_list_id: 4711 }, 'case_list_id: no such case list'],
		[{ sms_before_call_text: undefined }, 'sms_before_call_text: is required'],
		[{ send_sms_before_call: 'true' }, 'send_sms_before_call: must be true or false'],
		[{ start_time: '09:00' }, 'start_time: must be an RFC 3339 time'],
		[{ send_sms_before_call_delay_minutes: '15' }, 'send_sms_before_call_delay_minutes: must be an integer'],
		[{ callback_delays: [{ minutes: '30' }] }, 'callback_delays[0].minutes: must be an integer'],
		[{ callback_delays: [{ seconds: 30 }] }, 'callback_delays[0].seconds: Unknown member'],
		[{ colour: 'red' }, 'colour: Unknown member'],
	])('creates no campaign with %j', async (fields, message) => {
		expect(refusalOf(await create(fields))).toEqual([400, message]);
		expect(sandbox.control.kayseState().campaigns).toHaveLength(3);
	});

	it('knows seven weekdays', async () => {
		expect(refusalOf(await create({ days: ['Monday', 'Mon'] }))).toEqual([400, expect.stringMatching(/^days\[1\]: /)]);
	});

	it('lists campaigns in a bare array, searched by name, with the id that is set', async () => {
		const list = async (query = '') => campaigns.parse((await ask(sandbox, `GET /campaigns${query}`)).body);
		expect((await list()).map(({ id, name }) => [id, name])).toEqual([
			[71, 'Spring intake'],
			[72, 'Court date reminders'],
			[73, 'Mass tort follow-up'],
		]);
		expect(await list('?key=SPRING')).toMatchObject([
			{ id: 71, stats: { call_id_1: { total_calls: 10 } }, agent: { name: 'Nora' } },
		]);
		sandbox.control.configureKayse({ campaignIds: 'campaign_id' });
		expect((await list())[0]).toMatchObject({ campaign_id: 71 });
		expect((await list())[0]).not.toHaveProperty('id');
		sandbox.control.configureKayse({ campaignIds: 'none' });
		expect((await create({})).body).not.toHaveProperty('id');
		expect(sandbox.control.kayseState().campaigns.at(-1)?.id).toBe(74);
	});
});
