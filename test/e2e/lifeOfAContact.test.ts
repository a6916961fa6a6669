import { beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { N8nClient } from '../../demo/client';
import { control } from './control';
import { zoneWhereItIs } from './daytime';
import { Example } from './example';
import { outputOf } from './execution';
import { world } from './world';
import { N8N_DEADLINE_MS } from './triggerHarness';
import { eventually } from '../support/eventually';

const HOUR_MS = 3_600_000;

const hence = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

const Placed = z.object({ id: z.string() });

/** Places a call over the API, as another program does. */
async function placeCall(to: string, more: { lead_id?: string; webhook_url?: string } = {}): Promise<string> {
	const { baseUrl, apiKey } = world.sandbox.kaicalls;
	const [agent] = (await control('kaiCallsState')).agents;
	const response = await fetch(`${baseUrl}/calls`, {
		method: 'POST',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify({ agent_id: agent?.id, to, ...more }),
	});
	return Placed.parse(await response.json()).id;
}

/** How many requests have changed something at the vendors. */
const changes = async (): Promise<number> => (await control('log')).filter(({ method }) => method !== 'GET').length;

describe('the example workflows for the life of a contact', () => {
	let client: N8nClient;

	beforeEach(async () => {
		await control('reset');
		client = await N8nClient.login(world.n8nUrl);
	});

	test('"Calls at their time" calls after a last look, once although two executions run, and three times at most', async () => {
		const phone = (last: number) => `+120255508${String(last).padStart(2, '0')}`;
		const [talks, noAnswer, busy, asleep, optedOut, stopped, tomorrow, cancelled, rejected] = [
			1, 2, 3, 4, 5, 6, 7, 8, 9,
		].map(phone);
		await control('configureKaiCalls', {
			endsAfterSeconds: 0.5,
			failures: { [String(noAnswer)]: 'no_answer', [String(busy)]: 'busy', [String(rejected)]: 'carrier_rejected' },
		});
		const example = await Example.import(client, 'calls-at-their-time');
		const calls = await example.table('Calls to Make');
		const due = { call_at: hence(-1), time_zone: zoneWhereItIs(12), campaign: 'Spring' };
		await calls.fill([
			{ ...due, phone: talks, name: 'Dana' },
			{ ...due, phone: noAnswer },
			{ ...due, phone: busy },
			{ ...due, phone: asleep, time_zone: zoneWhereItIs(3) },
			{ ...due, phone: optedOut },
			{ ...due, phone: stopped, campaign: 'Autumn' },
			{ ...due, phone: tomorrow, call_at: hence(24) },
			{ ...due, phone: cancelled, state: 'cancelled' },
			{ ...due, phone: '12', outcome: 'noAnswer' },
			{ ...due, phone: rejected },
		]);
		await (await example.table('People and Opt-Outs')).fill([{ phone: optedOut, opted_out: true, said: 'STOP' }]);
		await (await example.table('Call Campaigns')).fill([{ campaign: 'Autumn', stopped: true }]);
		await example.emptyTable('Calls Made');
		const fiveMinutes = async () => await example.run('Every 5 Minutes');

		await Promise.all([fiveMinutes(), fiveMinutes()]);
		const rows = await calls.rows();
		expect(rows.map(({ state }) => state || 'open')).toEqual([
			'talked',
			'open',
			'open',
			'open',
			'optedOut',
			'open',
			'open',
			'cancelled',
			'look',
			'failed',
		]);
		expect(rows.map(({ tries }) => tries)).toEqual([1, 1, 1, null, null, null, null, null, null, 1]);
		const later = (row: number) => Date.parse(String(rows[row]?.call_at)) - Date.now();
		expect(later(1)).toBeGreaterThan(1.9 * HOUR_MS);
		expect(later(3)).toBeGreaterThan(4 * HOUR_MS);
		expect(rows[8]?.problem).toContain('"Phone Number"');
		expect(await control('callsPlaced')).toEqual({
			[String(talks)]: 1,
			[String(noAnswer)]: 1,
			[String(busy)]: 1,
			[String(rejected)]: 1,
		});
		const made = await (await example.table('Calls Made')).rows();
		expect(new Set(made.map(({ call_id }) => call_id))).toEqual(new Set(rows.flatMap(({ call_id }) => call_id || [])));

		for (const last of [noAnswer, busy]) await calls.change('phone', String(last), { call_at: hence(-1) });
		await fiveMinutes();
		for (const last of [noAnswer, busy]) await calls.change('phone', String(last), { call_at: hence(-1) });
		await fiveMinutes();
		await fiveMinutes();
		expect((await calls.rows()).slice(0, 3).map(({ state, tries }) => [state, tries])).toEqual([
			['talked', 1],
			['noAnswer', 3],
			['busy', 3],
		]);
		expect(await control('callsPlaced')).toEqual({
			[String(talks)]: 1,
			[String(noAnswer)]: 3,
			[String(busy)]: 3,
			[String(rejected)]: 1,
		});
	});

	test('"Opt-outs everywhere" notices opt-outs in three ways, and informs each vendor once', async () => {
		const { leads } = await control('kaiCallsState');
		const { prospects } = await control('kakiyoState');
		const { clients } = await control('kayseState');
		const [texter, happy, caller] = leads;
		const [onLinkedIn, refuser] = prospects.filter(({ paused }) => !paused);
		const inKayse = clients.find(({ voice_calls_opted_out }) => !voice_calls_opted_out)?.id;
		if (!texter?.phone || !happy?.phone || !caller?.phone || !onLinkedIn || !refuser)
			throw new Error('The sandbox has too few people');
		const example = await Example.import(client, 'opt-outs-everywhere');
		const people = await example.table('People and Opt-Outs');
		await people.fill([
			{ name: 'Texter', phone: texter.phone, linkedin_url: onLinkedIn.url, kayse_client_id: String(inKayse) },
			{ name: 'Happy', phone: happy.phone },
			{ name: 'Wrong ID', opted_out: true, kayse_client_id: '999999' },
		]);
		await control('receiveText', { from: texter.phone, message: ' Stop. ' });
		await control('receiveText', { from: happy.phone, message: 'Please do not stop, I like it. When can we talk?' });
		const callId = await placeCall(caller.phone, { lead_id: caller.id });
		await control('completeCall', { callId, transcript: 'AI: Hello.\nUser: Please do not call me again.' });

		await example.run('Every 15 Minutes');
		await example.run('Every 15 Minutes');
		const rows = await people.rows();
		expect(rows.map(({ phone, said }) => [phone, said])).toEqual([
			[texter.phone, expect.stringContaining('Stop')],
			[happy.phone, null],
			[null, null],
			[caller.phone, expect.stringContaining(callId)],
		]);
		expect(rows[0]).toMatchObject({
			told_kakiyo: expect.any(String),
			told_kayse: expect.any(String),
			told_kaicalls: expect.any(String),
			problem: '',
		});
		expect(rows[2]).toMatchObject({ told_kayse: null, problem: expect.stringContaining('999999') });
		expect(rows[3]).toMatchObject({ told_kaicalls: expect.any(String) });
		const isKnown = async (url: string) => {
			const state = await control('kakiyoState');
			return [
				state.dnc.filter((entry) => entry.url === url).length,
				state.prospects.find((prospect) => prospect.url === url)?.paused,
			];
		};
		expect(await isKnown(onLinkedIn.url)).toEqual([1, true]);
		expect((await control('kayseAudit')).map(({ id, field, after }) => [id, field, after])).toContainEqual([
			inKayse,
			'voice_calls_opted_out',
			true,
		]);
		const statuses = (await control('kaiCallsState')).leads.slice(0, 3).map(({ status }) => status);
		expect(statuses).toEqual(['do_not_contact', happy.status, 'do_not_contact']);

		const published = example.published();
		await published.activate();
		const data = {
			chatId: refuser.chatId,
			prospectId: refuser.prospectId,
			campaignId: refuser.campaignId,
			message: 'Thanks, I am NOT interested.',
		};
		await control('deliverKakiyoEvent', { event: 'linkedin.message.received', data });
		await eventually('the refusal in the table', async () => (await people.rows()).length === 5, N8N_DEADLINE_MS);
		await published.deactivate();
		await example.run('Every 15 Minutes');
		expect(await isKnown(refuser.url)).toEqual([1, true]);

		const changesBefore = await changes();
		await example.run('Every 15 Minutes');
		expect(await changes()).toBe(changesBefore);
	});

	test('"Somebody answered elsewhere" pauses the conversation and tells the team, also if it could not pause', async () => {
		const credential = { type: 'httpHeaderAuth', name: 'CRM', data: { name: 'X-CRM', value: 'of-the-crm' } };
		const httpHeaderAuth = { id: await client.saveCredential(credential), name: credential.name };
		const example = await Example.import(client, 'answered-elsewhere', { httpHeaderAuth });
		const list = await example.emptyTable('Answers to Follow Up');
		const prospect = (await control('kakiyoState')).prospects.find(({ paused }) => !paused);
		const published = example.published();
		await published.activate();
		const report = async (linkedin_url: string | undefined, headers: Record<string, string>) =>
			await fetch(String(example.webhookUrl), {
				method: 'POST',
				headers: { 'content-type': 'application/json', ...headers },
				body: JSON.stringify({ linkedin_url, name: 'Jane Doe', answered_in: 'e-mail', message: 'Call me on Friday' }),
			});
		const ofTheCrm = { 'X-CRM': 'of-the-crm' };
		// n8n listens a moment after it has answered; until then nothing starts.
		await eventually('the webhook', async () => (await report(prospect?.url, ofTheCrm)).ok, N8N_DEADLINE_MS);
		await report('https://www.linkedin.com/in/not-in-kakiyo', ofTheCrm);
		expect((await report(prospect?.url, {})).status).toBe(403);

		const rows = await eventually(
			'two answers',
			async () => {
				const answers = await list.rows();
				return answers.length >= 2 && answers;
			},
			N8N_DEADLINE_MS,
		);
		await published.deactivate();
		const agents = new Map(rows.map(({ linkedin_url, agent }) => [linkedin_url, agent]));
		expect(agents.get(prospect?.url)).toBe('paused');
		expect(agents.get('https://www.linkedin.com/in/not-in-kakiyo')).toMatch(/^NOT PAUSED: No person with/);
		expect(rows[0]).toMatchObject({ name: 'Jane Doe', answered_in: 'e-mail', message: 'Call me on Friday' });
		expect((await control('kakiyoState')).prospects.find(({ chatId }) => chatId === prospect?.chatId)?.paused).toBe(
			true,
		);
	});

	test('"Costs and budgets of calls" adds up by campaign and person, and stops a campaign at its budget', async () => {
		const example = await Example.import(client, 'costs-and-budgets-of-calls');
		const [dana, noor, luca] = ['+12025550901', '+12025550902', '+12025550903'];
		const made = [
			{ call_id: await placeCall(dana), phone: dana, campaign: 'Spring' },
			{ call_id: await placeCall(dana), phone: dana, campaign: 'Spring' },
			{ call_id: await placeCall(noor), phone: noor, campaign: 'Summer' },
		];
		await placeCall(luca);
		await (await example.table('Calls Made')).fill(made);
		const persons = await example.emptyTable('Call Costs by Person');
		const campaigns = await example.table('Call Campaigns');
		await campaigns.fill([
			{ campaign: 'Spring', budget_cents: 30 },
			{ campaign: 'Summer', budget_cents: 31 },
			{ campaign: 'Winter', budget_cents: 10, month: '2020-01', calls: 9, spent_cents: 99, stopped: true },
		]);

		await example.run('Every Hour');
		const byCampaign = await campaigns.rows();
		expect(
			byCampaign.map(({ campaign, calls, spent_cents, stopped }) => [campaign, calls, spent_cents, stopped === true]),
		).toEqual([
			['Spring', 2, 30, true],
			['Summer', 1, 15, false],
			['Winter', 0, 0, false],
			['Not in Calls Made', 1, 15, false],
		]);
		const sums = (await persons.rows()).map(({ phone, spent_cents }) => [phone, spent_cents]);
		expect(new Map(sums as Array<[unknown, unknown]>)).toEqual(
			new Map([
				[dana, 30],
				[noor, 15],
				['Not in Calls Made', 15],
			]),
		);

		await example.run('Every Hour');
		const again = await campaigns.rows();
		expect(again.map(({ calls, stopped }) => [calls, stopped])).toEqual(
			byCampaign.map(({ calls, stopped }) => [calls, stopped]),
		);
		expect(await persons.rows()).toHaveLength(3);
	});

	test('"Calls whose report got lost" passes on each ended call once, reported or not', async () => {
		const example = await Example.import(client, 'calls-whose-report-got-lost');
		const published = example.published();
		await published.activate();
		const reported = await placeCall('+12025550911', { webhook_url: `${example.webhookUrl}/webhook` });
		const lost = await placeCall('+12025550912');
		const goesOn = await placeCall('+12025550913');
		const [answer] = await control('completeCall', { callId: reported });
		expect(answer).toMatchObject({ status: 200 });
		await control('completeCall', { callId: lost, status: 'failed' });
		await eventually(
			'the run of the report',
			async () => (await published.executions()).some(({ status }) => status === 'success'),
			N8N_DEADLINE_MS,
		);
		await published.deactivate();

		const night = async () =>
			outputOf(await example.run('Every Night at 3'), 'What Happens with Each Call').map(
				({ json: { id, outcome } }) => [id, outcome],
			);
		expect(await night()).toEqual([[lost, 'failed']]);
		expect(await night()).toEqual([]);
		await control('completeCall', { callId: goesOn });
		expect(await night()).toEqual([[goesOn, 'talked']]);
	});
});
