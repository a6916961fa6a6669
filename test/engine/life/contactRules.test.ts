import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { addProspects, people, useKakiyoBench } from '../kakiyo';
import { processedData } from '../processedData';
import { systemTime } from '../scaledTime';
import { outcomes, within, zoneAt } from './clock';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();

const oncePer = (period: number, unit: 'hours' | 'days', contacts = 1) => ({
	contactLimit: { limit: { contacts, period, unit } },
});

const agent = () => byId(kaiCalls.state.agents[0]?.id ?? '');
const otherAgent = () => byId(kaiCalls.state.agents[1]?.id ?? '');

const call = (options: INodeParameters = {}, rest: INodeParameters = {}) => ({
	resource: 'call',
	operation: 'create',
	agentId: agent(),
	to: '={{ $json.phone }}',
	options,
	...rest,
});
const text = (options: INodeParameters = {}) => ({
	resource: 'smsMessage',
	operation: 'send',
	agentId: agent(),
	to: '={{ $json.phone }}',
	message: '={{ $json.text ?? "Hello" }}',
	options,
});

const dana = { phone: '+12125550123' };
const ann = { phone: '+13125550124' };
const continuing = { settings: { onError: 'continueErrorOutput' as const } };

describe('Contact Limit', () => {
	it('lets a person be called once in the period, in all executions, and says when the next call is possible', async () => {
		await kaiCalls.run(call(oncePer(1, 'days')), { items: [dana] });
		const { items, error } = await kaiCalls.run(call(oncePer(1, 'days')), { items: [{ ...dana, row: 7 }, ann] });
		expect(error).toBeUndefined();
		expect(kaiCalls.control.callsPlaced()).toEqual({ [dana.phone]: 1, [ann.phone]: 1 });
		expect(items[0]?.json).toMatchObject({
			phone: dana.phone,
			row: 7,
			outcome: 'heldBack',
			reason: 'contactLimit',
			possibleAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00:00\.000Z$/),
			message: expect.stringContaining(
				'Not called: +12125550123 has been reached once in the last day, as often as "Contact Limit" allows',
			),
		});
		expect(outcomes(items)).toEqual(['heldBack', 'done']);
	});

	it('counts items of a run together, in any spelling, and calls together with texts', async () => {
		const numbers = ['+1 (312) 555-0124', '+13125550124', '001 312 555 0124', '+1.312.555.0124'];
		const items = numbers.map((phone, place) => ({ phone, text: `No. ${place}` }));
		const { items: results } = await kaiCalls.run(text(oncePer(1, 'days', 2)), { items });
		expect(outcomes(results)).toEqual(['done', 'done', 'heldBack', 'heldBack']);
		const { items: called } = await kaiCalls.run(call(oncePer(1, 'days', 2)), { items: [ann] });
		expect(outcomes(called)).toEqual(['heldBack']);
		expect(kaiCalls.timesRung()).toEqual([]);
	});

	it('does not end the run: with On Error = Stop the others are reached, none goes to the error output, and the hint sums up', async () => {
		await kaiCalls.run(call(oncePer(2, 'days')), { items: [dana] });
		const stopping = await kaiCalls.run(call(oncePer(2, 'days')), { items: [dana, ann] });
		expect(stopping.error).toBeUndefined();
		expect(outcomes(stopping.items)).toEqual(['heldBack', 'done']);
		const { items, errors } = await kaiCalls.run(call(oncePer(2, 'days')), { items: [dana, ann], ...continuing });
		expect(outcomes(items)).toEqual(['heldBack', 'heldBack']);
		expect(errors).toEqual([]);
	});

	it('does not count refused contacts, and counts unknown ones', async () => {
		kaiCalls.control.fail({
			method: 'POST',
			path: '/calls',
			kind: 'status',
			status: 400,
			body: { error: 'number_on_dnc' },
		});
		await kaiCalls.run(call(oncePer(1, 'days')), { items: [dana], ...continuing });
		expect(outcomes((await kaiCalls.run(call(oncePer(1, 'days')), { items: [dana] })).items)).toEqual(['done']);
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler' });
		await kaiCalls.run(call(oncePer(1, 'days')), { items: [ann], ...continuing });
		expect(outcomes((await kaiCalls.run(call(oncePer(1, 'days')), { items: [ann] })).items)).toEqual(['heldBack']);
		expect(kaiCalls.timesRung()).toEqual([1, 1]);
	});

	it('holds in Loop Over Items', async () => {
		const { items } = await kaiCalls.run(call(oncePer(1, 'hours')), { items: [dana], turns: 4 });
		expect(kaiCalls.timesRung()).toEqual([1]);
		expect(outcomes(items)).toContain('heldBack');
	});

	it('holds an agent that calls again and again, each time with other words', async () => {
		const tool = kaiCalls.tool({
			...call(oncePer(1, 'days', 3), { to: '={{ $fromAI("phone", "", "string") }}' }),
			context: '={{ $fromAI("context", "", "string") }}',
		});
		const answers: string[] = [];
		for (let turn = 0; turn < 12; turn++) answers.push(String(await tool({ ...dana, context: `Try ${turn}` })));
		expect(kaiCalls.control.callsPlaced()).toEqual({ [dana.phone]: 3 });
		expect(answers.filter((answer) => answer.includes('heldBack') && answer.includes('possibleAt'))).toHaveLength(9);
	});

	it('does not hold back contacts of the same execution after n8n was killed: Retry reports the result of each item', async () => {
		const resumeToken = randomUUID();
		const items = [dana, ann, { phone: '+14155550125' }];
		const limited = call(oncePer(1, 'days'));
		await kaiCalls.run(limited, { items: items.slice(0, 2), resumeToken });
		const again = await kaiCalls.run(limited, { items, resumeToken, settings: { onError: 'continueRegularOutput' } });
		expect(again.items.map(({ json }) => json.error ?? json.outcome ?? 'done')).toEqual([
			expect.stringContaining('An earlier try of this execution did this'),
			expect.stringContaining('An earlier try of this execution did this'),
			'done',
		]);
		expect(kaiCalls.timesRung()).toEqual([1, 1, 1]);
	});

	it('holds for prospects across campaigns of a run and across runs, in batches whose other rows go through', async () => {
		const add = { ...addProspects, options: oncePer(7, 'days') };
		await kakiyo.run(add, { items: people(3) });
		const { items } = await kakiyo.run(add, { items: people(5) });
		expect(outcomes(items).map((outcome) => (outcome === 'heldBack' ? 'heldBack' : 'done'))).toEqual([
			'heldBack',
			'heldBack',
			'heldBack',
			'done',
			'done',
		]);
		expect(kakiyo.acceptedRows()).toBe(5);
	});

	it('refuses a period that is longer than n8n remembers', async () => {
		const { error } = await kaiCalls.run(call(oncePer(100, 'days')), { items: [dana] });
		expect(error?.message).toContain('"Contact Limit" has a period of 100 days');
		expect(kaiCalls.timesRung()).toEqual([]);
	});
});

describe('if n8n cannot write to its database', () => {
	it('Contact Limit sends nothing', async () => {
		processedData.failure = new Error('The disk is full');
		const { items, errors } = await kaiCalls.run(call(oncePer(1, 'days')), { items: [dana, ann], ...continuing });
		expect(items).toEqual([]);
		expect(errors.map(({ json }) => json.error)).toEqual(
			Array(2).fill('Not sent: n8n could not write to its database'),
		);
		expect(kaiCalls.timesRung()).toEqual([]);
	});
});

describe('Contact Hours', () => {
	it('hold a call back at three in the morning of the person, until eight', async () => {
		const zone = zoneAt(3);
		const { items, error } = await kaiCalls.run(call(within(zone)), { items: [dana] });
		expect(error).toBeUndefined();
		expect(kaiCalls.timesRung()).toEqual([]);
		expect(items[0]?.json).toMatchObject({
			outcome: 'heldBack',
			reason: 'contactHours',
			message: expect.stringContaining(`in ${zone}, outside "Contact Hours"`),
		});
		const wait = Date.parse(String(items[0]?.json.possibleAt)) - systemTime.now();
		expect(wait).toBeGreaterThan(3.5 * 3_600_000);
		expect(wait).toBeLessThanOrEqual(5 * 3_600_000);
	});

	it('let the call pass at noon', async () => {
		await kaiCalls.run(call(within(zoneAt(12))), { items: [dana] });
		expect(kaiCalls.timesRung()).toEqual([1]);
	});

	it('take the zone of each person from its row', async () => {
		const { items } = await kaiCalls.run(call(within('={{ $json.zone }}')), {
			items: [
				{ ...dana, zone: zoneAt(12) },
				{ ...ann, zone: zoneAt(23) },
			],
		});
		expect(outcomes(items)).toEqual(['done', 'heldBack']);
	});

	it('come from the number, if the row has no zone', async () => {
		const open = { opens: '00:00', closes: '23:59', timeZone: '={{ $json.zone }}' };
		const { items } = await kaiCalls.run(call({ contactHours: { hours: open } }), { items: [dana] });
		expect(outcomes(items)).toEqual(['done']);
	});

	it('refuse a person without a known zone', async () => {
		const { error } = await kaiCalls.run(call({ contactHours: { hours: { opens: '08:00', closes: '20:00' } } }), {
			items: [{ phone: '+88213000000' }],
		});
		expect(error?.message).toMatch(/"Contact Hours" cannot be applied|"Phone Number"/);
		expect(kaiCalls.timesRung()).toEqual([]);
	});

	it.each([
		[
			{ opens: '21:00', closes: '08:00' },
			'"Contact Hours" are from 21:00 to 08:00, but the end must be after the start',
		],
		[{ opens: '08:00', closes: '08:00' }, '"Contact Hours" are from 08:00 to 08:00'],
		[{ opens: '8 o', closes: '21:00' }, '"From" must be a time (got "8 o")'],
		[
			{ opens: '08:00', closes: '21:00', timeZone: 'Pacific' },
			'"Time Zone of the Person" must be a time zone (got "Pacific")',
		],
	])('are refused before anything is sent if they are impossible: %j', async (hours, message) => {
		const { error } = await kaiCalls.run(call({ contactHours: { hours } }), { items: [dana] });
		expect(error?.message).toContain(message);
		expect(kaiCalls.timesRung()).toEqual([]);
	});
});

describe('one person, two agents or campaigns', () => {
	it('is noted on the later item', async () => {
		const to = { ...call(), agentId: byId('={{ $json.agent }}') };
		const items = [agent(), otherAgent()].map(({ value }) => ({ ...dana, agent: value }));
		const { items: results } = await kaiCalls.run(to, { items });
		expect(results.map(({ json }) => json.notice)).toEqual([
			undefined,
			`Item 0 brings +12125550123 to agent ${agent().value} as well.`,
		]);
	});

	it('case 22: Ann Example in two campaigns is noted, or refused if the user wants that', async () => {
		const campaign = byId('={{ $json.c }}');
		const active = kakiyo.control
			.kakiyoState()
			.campaigns.filter(({ status }) => status === 'active')
			.map(({ id }) => id);
		const items = active.slice(0, 2).map((c) => ({ c, name: 'Ann Example', url: 'linkedin.com/in/ann-example' }));
		const noted = await kakiyo.run({ ...addProspects, campaignId: campaign }, { items });
		expect(noted.items[1]?.json.notice).toContain(
			'Item 0 brings https://linkedin.com/in/ann-example to campaign campaign_001 as well.',
		);
		kakiyo.nextAccount();
		const { items: sent, errors } = await kakiyo.run(
			{ ...addProspects, campaignId: campaign, options: { oneThrough: true } },
			{ items, ...continuing },
		);
		expect([sent.length, errors.length]).toEqual([1, 1]);
		expect(errors[0]?.json.error).toContain(
			'Item 0 brings https://linkedin.com/in/ann-example to campaign campaign_001 as well',
		);
	});
});
