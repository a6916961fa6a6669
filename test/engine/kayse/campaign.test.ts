import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';

import { byId } from '../bench';
import { retryOnFail, useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('campaign');

const campaign = { name: 'Autumn', agentId: 'agt_karim', caseListId: byId('501') };
const core = {
	name: 'Autumn',
	agent_id: 'agt_karim',
	case_list_id: 501,
	send_sms_before_call: false,
	sms_before_call_text: '',
};
/** Besides those of the seed. */
const created = () => bench.state.campaigns.filter(({ id }) => id > 73);
const bodyOf = (parameters: object) =>
	rows('create', { ...campaign, ...parameters }).then(() => bench.requests().at(-1)?.body);

describe('campaign: create', () => {
	it('sends the required fields, and an empty text for no SMS', async () => {
		const [result] = await rows('create', campaign);
		expect(sent()).toEqual([{ to: 'POST /campaigns', body: core }]);
		expect(result).toMatchObject({
			id: 74,
			name: 'Autumn',
			agent: { name: 'Karim' },
			case_list_name: 'Mass Tort Prospects 01',
		});
	});

	it('sends every field in the type of the documented example', async () => {
		const body = await bodyOf({
			sendSmsBeforeCall: true,
			smsBeforeCallText: 'We will call you shortly.',
			additionalFields: {
				callbackDelays: {
					delay: [
						{ minutes: 30, hours: 0, days: 0 },
						{ hours: '2', minutes: 0 },
					],
				},
				callsScheduledExternally: true,
				days: ['Monday', 'Friday'],
				endTime: '2026-07-01T17:00:00',
				onBehalfOf: false,
				sendSmsAfterFailedCall: true,
				sendSmsAfterSuccessfulCall: false,
				smsAfterFailedCallText: 'We tried to reach you.',
				smsAfterSuccessfulCallText: 'Thank you.',
				smsBeforeCallDelay: '15',
				startTime: '2026-03-01T09:00:00',
			},
		});
		expect(body).toEqual({
			...core,
			send_sms_before_call: true,
			sms_before_call_text: 'We will call you shortly.',
			callback_delays: [
				{ minutes: 30, hours: 0, days: 0 },
				{ minutes: 0, hours: 2, days: 0 },
			],
			calls_scheduled_externally: true,
			days: ['Monday', 'Friday'],
			// The time zone of the workflow is n8n's default one, New York, in summer and in winter.
			end_time: '2026-07-01T17:00:00-04:00',
			start_time: '2026-03-01T09:00:00-05:00',
			is_obo: false,
			send_sms_after_failed_call: true,
			sms_after_failed_call_text: 'We tried to reach you.',
			send_sms_after_successful_call: false,
			sms_after_successful_call_text: 'Thank you.',
			send_sms_before_call_delay_minutes: 15,
		});
		expect(created()).toHaveLength(1);
	});

	it('leaves out fields that were added and stayed empty', async () => {
		const body = await bodyOf({
			additionalFields: {
				callbackDelays: {},
				days: [],
				endTime: '',
				startTime: '',
				smsAfterFailedCallText: '',
				furtherFields: '{}',
			},
		});
		expect(body).toEqual(core);
	});

	it('accepts a moment and a list from an expression', async () => {
		const body = await bodyOf({
			additionalFields: {
				startTime: '={{ DateTime.fromISO("2026-03-01T14:00:00Z") }}',
				days: '={{ "monday, Tuesday" }}',
			},
		});
		expect(body).toEqual({ ...core, start_time: '2026-03-01T09:00:00-05:00', days: ['Monday', 'Tuesday'] });
	});

	it('reads a time without a date as today’s', async () => {
		const today = () => DateTime.now().setZone('America/New_York').toISODate();
		const before = today();
		const body = await bodyOf({ additionalFields: { startTime: '9:30' } });
		expect([before, today()].map((day) => `${day}T09:30:00`)).toContain(String(Object(body).start_time).slice(0, 19));
	});

	it('adds further members at the top level, such as the runs of newer accounts', async () => {
		const runs = [{ start_date: '2026-03-01', end_date: '2026-03-31', start_time: '09:00', end_time: '17:00' }];
		const furtherFields = JSON.stringify({ runs, concurrency_limit: 3, is_obo: true });
		const body = await bodyOf({ additionalFields: { onBehalfOf: false, furtherFields } });
		expect(body).toEqual({ ...core, runs, concurrency_limit: 3, is_obo: true });
	});

	it.each<[object, string]>([
		[{ name: ' ' }, '"Name" is empty'],
		[{ agentId: '=' }, '"Agent ID" is empty'],
		[{ agentId: '={{ ({}) }}' }, '"Agent ID" must be a single value (got an object)'],
		[{ caseListId: byId('=') }, '"Case List" is empty'],
		[{ caseListId: byId('my list') }, '"Case List" must be an ID (got "my list"): it is a placeholder'],
		[{ sendSmsBeforeCall: true, smsBeforeCallText: '=' }, '"SMS Before Call Text" is empty'],
		[{ additionalFields: { sendSmsAfterFailedCall: true } }, '"SMS After Failed Call Text" is empty'],
		[
			{ additionalFields: { sendSmsAfterSuccessfulCall: true, smsAfterSuccessfulCallText: ' ' } },
			'"SMS After Successful Call Text" is empty',
		],
		[
			{ additionalFields: { smsAfterFailedCallText: 'Hello' } },
			'"SMS After Failed Call Text" needs "Send SMS After Failed Call"',
		],
		[{ additionalFields: { days: '={{ ["Monday", "Mundy"] }}' } }, '"Days" must hold days of the week (got "Mundy")'],
		[{ additionalFields: { startTime: 'noon' } }, '"Start Time" must be a time (got "noon")'],
		[{ additionalFields: { endTime: '25:00' } }, '"End Time" must be a time (got "25:00")'],
		[{ additionalFields: { callbackDelays: { delay: [{ minutes: 0 }] } } }, 'A callback delay is 0'],
		[
			{ additionalFields: { callbackDelays: { delay: [{ minutes: 1.5 }] } } },
			'"Minutes" must be a whole number from 0 (got "1.5")',
		],
		[
			{ additionalFields: { smsBeforeCallDelay: -1 } },
			'"SMS Before Call Delay (Minutes)" must be a whole number from 0 (got "-1")',
		],
		[
			{ additionalFields: { furtherFields: '[1]' } },
			'"More Settings (JSON)" has wrong content: must be an object such as { "name": "value" }',
		],
		[{ additionalFields: { furtherFields: '{' } }, '"More Settings (JSON)" is not valid JSON'],
	])('creates nothing for %j', async (wrong, message) => {
		const { error } = await run('create', { ...campaign, ...wrong });
		expect(error?.message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('creates the same campaign once for several items', async () => {
		const items = [{ name: 'One' }, { name: 'One' }, { name: 'Two' }];
		const output = await rows('create', { ...campaign, name: '={{ $json.name }}' }, { items });
		expect(output.map(({ id, duplicateOfItem }) => [id, duplicateOfItem])).toEqual([
			[74, undefined],
			[74, 0],
			[75, undefined],
		]);
		expect(created().map(({ name }) => name)).toEqual(['One', 'Two']);
	});

	it.each(['resetAfterHandler', 'cutBody'] as const)(
		'is not created again after a doubtful answer (%s), and says where to look',
		async (kind) => {
			bench.control.fail({ method: 'POST', path: '/campaigns', kind });
			const { error } = await run('create', campaign, { settings: retryOnFail });
			expect(error?.message).toMatch(/^The outcome is unknown/);
			expect(error?.description).toContain('Campaign > Get Many');
			expect(created()).toHaveLength(1);
		},
	);
});

describe('campaign: get many', () => {
	it('lists them simplified or in full', async () => {
		const simple = await rows('getAll');
		expect(simple).toHaveLength(3);
		expect(simple[0]).toMatchObject({
			id: 71,
			name: 'Spring intake',
			agent_name: 'Nora',
			calls_scheduled_externally: true,
			stats: { call_id_1: { total_calls: 10 } },
		});
		expect(simple[0]).not.toHaveProperty('callback_delays');
		const [full] = await rows('getAll', { simplify: false });
		expect(full).toMatchObject({ stats: { call_id_1: { total_calls: 10 } }, callback_delays: [{ minutes: 30 }] });
	});

	it.each([
		['campaign_id', 71],
		['none', null],
	] as const)('finds the ID if there is one (%s)', async (campaignIds, id) => {
		bench.control.configureKayse({ campaignIds });
		expect((await rows('getAll'))[0]?.id).toBe(id);
		expect(await rows('getAll')).toHaveLength(3);
	});

	it('searches, and keeps to the limit', async () => {
		expect(await rows('getAll', { search: 'spring' })).toHaveLength(1);
		expect(await rows('getAll', { limit: 2, search: '' })).toHaveLength(2);
		expect(sent()).toEqual([{ to: 'GET /campaigns', query: { key: 'spring' } }, { to: 'GET /campaigns' }]);
	});

	it('finds the rows under data as well', async () => {
		bench.control.fail({
			method: 'GET',
			path: '/campaigns',
			kind: 'status',
			status: 200,
			body: { data: [{ id: 1, name: 'X' }] },
		});
		expect(await rows('getAll')).toMatchObject([{ id: 1, name: 'X' }]);
	});

	it('reaches every endpoint of its part of the API', () => expectAllEndpointsReached());
});
