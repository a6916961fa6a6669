import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { NodeResult } from '../engine';
import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { addProspects, people, useKakiyoBench } from '../kakiyo';
import { useKayseBench } from '../kayse';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();
const kairo = useKairoBench();

const number = (place: number) => `+1202555${String(1_000 + place)}`;

const phones = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => ({ phone: number(from + index) }));

const call = (to = '={{ $json.phone }}') => ({
	resource: 'call',
	operation: 'create',
	agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
	to,
});

const text = () => ({
	resource: 'smsMessage',
	operation: 'send',
	agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
	to: '={{ $fromAI("to", "", "string") }}',
	message: '={{ $fromAI("message", "", "string") }}',
});

const continuing = { settings: { onError: 'continueRegularOutput' as const } };

/** The items that say that an earlier try of the execution reached the person. */
const countReachedBefore = ({ items, errors }: NodeResult) =>
	[...items, ...errors].filter(({ json }) => String(json.error).includes('An earlier try of this execution')).length;

const refuse = (skip: number) =>
	kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 402, skip });

/** After a kill, and in a Retry, the person reached identifies the item, even if all else has changed. */
describe('a person who was reached is not reached again', () => {
	beforeAll(() => {
		process.env.N8N_BLOCK_ENV_ACCESS_IN_NODE = 'false';
	});
	afterAll(() => {
		delete process.env.N8N_BLOCK_ENV_ACCESS_IN_NODE;
		delete process.env.PERSONS;
	});

	it.each([
		['one by one', 1],
		['two by two', 2],
	])(
		'by a loop, %s, whose list is read again without the finished persons (killed in a later node)',
		async (_name, size) => {
			const resumeToken = randomUUID();
			const to = `={{ $env.PERSONS.split(" ")[${size} * $runIndex + $itemIndex] }}`;
			const loop = async (list: Array<{ phone: string }>, turns: number, more = {}) => {
				process.env.PERSONS = list.map(({ phone }) => phone).join(' ');
				return await kaiCalls.run(call(to), {
					items: Array.from({ length: size }, () => ({})),
					turns,
					resumeToken,
					...more,
				});
			};
			await loop(phones(4 * size), 3);
			expect(kaiCalls.timesRung()).toEqual(Array(3 * size).fill(1));
			await loop(phones(4 * size, 2 * size), 4, continuing);
			expect(kaiCalls.timesRung()).toEqual(Array(6 * size).fill(1));
		},
	);

	it('by a run that a loop starts for each person, with other words in it (killed, the list is read again)', async () => {
		const resumeToken = randomUUID();
		const business = kaiCalls.state.workspaces[0]?.id ?? '';
		const run = `={{ { business_id: '${business}', external_ref: $env.PERSONS.split(" ")[$runIndex], name: $now.toMillis() } }}`;
		const loop = async (list: string) => {
			process.env.PERSONS = list;
			await kaiCalls.run(
				{ resource: 'communicationRun', operation: 'create', run },
				{ items: [{}], turns: 2, resumeToken, ...continuing },
			);
		};
		await loop('A B');
		await loop('B C');
		expect(kaiCalls.state.runs.slice(1).map(({ external_ref }) => external_ref)).toEqual(['A', 'B', 'C']);
	});

	it('by an agent of KAIRO that a loop runs (killed, the list is read again)', async () => {
		const resumeToken = randomUUID();
		const agentId = byId(String(kairo.control.kairoState().agents[0]?.id ?? ''));
		const started = () =>
			kairo.requests().flatMap(({ method, body }) => (method === 'POST' ? [String(Object(body).input)] : []));
		const loop = async (list: string[]) => {
			process.env.PERSONS = list.join(' ');
			const items = [{ list: list.length }];
			await kairo.run(
				{ resource: 'agent', operation: 'run', agentId, input: '={{ $env.PERSONS.split(" ")[$runIndex] }}' },
				{ items, turns: list.length, resumeToken, ...continuing },
			);
		};
		await loop(['A', 'B', 'C']);
		await loop(['B', 'D']);
		expect(started()).toEqual(['A', 'B', 'C', 'D']);
	});

	it('of 3,000, whose list is read again without the first 1,500 (10,000 items, killed)', async () => {
		const resumeToken = randomUUID();
		await kaiCalls.run(call(), { items: phones(2_000), resumeToken });
		const result = await kaiCalls.run(call(), { items: phones(1_500, 1_500), resumeToken, ...continuing });
		expect(countReachedBefore(result)).toBe(500);
		expect(kaiCalls.timesRung()).toEqual(Array(3_000).fill(1));
	}, 120_000);

	it('in a Retry with another credential (a changed node)', async () => {
		refuse(5);
		const first = await kaiCalls.run(call(), { items: phones(6) });
		expect(first.error).toBeDefined();
		kaiCalls.nextAccount();
		const second = await kaiCalls.retry(call(), first, { items: phones(6), ...continuing });
		expect(countReachedBefore(second)).toBe(5);
		expect(kaiCalls.timesRung()).toEqual(Array(6).fill(1));
	});

	it('in a Retry by another operation (a changed node, killed)', async () => {
		const resumeToken = randomUUID();
		const waiting = { ...call(), operation: 'createAndWait', timeLimit: 1_000_000 };
		await kaiCalls.run(call(), { items: phones(3), resumeToken });
		const result = await kaiCalls.run(waiting, { items: phones(3), resumeToken, ...continuing });
		expect(countReachedBefore(result)).toBe(3);
		expect(kaiCalls.timesRung()).toEqual([1, 1, 1]);
	});

	it.each([
		['text', { additionalFields: { firstMessage: 'Hello' } }],
		[
			'spelling of the number',
			{ to: '={{ $json.phone.slice(0, 2) + " (" + $json.phone.slice(2, 5) + ") " + $json.phone.slice(5) }}' },
		],
	])('in a Retry with another %s (a changed node)', async (_name, changed) => {
		refuse(5);
		const first = await kaiCalls.run({ ...call(), additionalFields: { firstMessage: 'Helo' } }, { items: phones(6) });
		const second = await kaiCalls.retry({ ...call(), ...changed }, first, { items: phones(6) });
		expect(kaiCalls.timesRung()).toEqual(Array(6).fill(1));
		expect(second.items).toHaveLength(6);
	});

	it('when the number of one item is lost (an expression that yields nothing, killed, error output)', async () => {
		const resumeToken = randomUUID();
		await kaiCalls.run(call(), { items: phones(3), resumeToken });
		const items = [{ phone: number(0) }, { name: 'Ann', phone: '' }, { phone: number(2) }, { phone: number(3) }];
		const result = await kaiCalls.run(call(), { items, resumeToken, settings: { onError: 'continueErrorOutput' } });
		expect(kaiCalls.timesRung()).toEqual([1, 1, 1, 1]);
		expect(result.items).toHaveLength(1);
		expect(result.errors).toHaveLength(3);
		expect(countReachedBefore(result)).toBe(2);
	});

	describe('with another credential', () => {
		const message = { resource: 'case', caseId: '9001', clientId: 401, message: 'Your date', subject: 'Date' };
		const posted = (requests: Array<{ method: string; status?: unknown }>) =>
			requests.filter(({ method, status }) => method === 'POST' && Number(status) < 300);

		it.each([
			['SMS', { ...message, operation: 'sendSms' }],
			['email', { ...message, operation: 'sendEmail' }],
			['call', { resource: 'call', operation: 'schedule', campaignId: byId('71'), caseId: '9001' }],
		])('of Kayse, by %s (killed)', async (_name, parameters) => {
			const resumeToken = randomUUID();
			await kayse.run(parameters, { resumeToken });
			kayse.nextAccount();
			await kayse.run(parameters, { resumeToken, ...continuing });
			expect(posted(kayse.requests())).toHaveLength(1);
		});

		it('of Kakiyo, by the agent of a campaign (killed)', async () => {
			const resumeToken = randomUUID();
			await kakiyo.run(addProspects, { items: people(3), resumeToken });
			kakiyo.nextAccount();
			await kakiyo.run(addProspects, { items: people(3), resumeToken, ...continuing });
			expect(kakiyo.mostRepeated()).toBe(1);
		});
	});

	it('by equal items that each have their own options', async () => {
		const [person = {}] = people(1);
		const items = [
			{ ...person, wait: true },
			{ ...person, wait: false },
		];
		await kakiyo.run({ ...addProspects, waitForImport: '={{ $json.wait }}' }, { items });
		expect(kakiyo.mostRepeated()).toBe(1);
	});

	describe('by an agent that calls its tool again', () => {
		const texts = () => kaiCalls.requests().filter(({ method }) => method === 'POST');

		it.each([
			['at once', true],
			['one after the other', false],
		])('with the number in another spelling, %s', async (_name, atOnce) => {
			const send = kaiCalls.tool(text());
			const one = async () => await send({ to: number(0), message: 'One' });
			const other = async () => await send({ to: '+1 (202) 555-1000', message: 'One' });
			if (atOnce) await Promise.all([one(), other()]);
			else for (const again of [one, other]) await again();
			expect(texts()).toHaveLength(1);
		});
	});
});
