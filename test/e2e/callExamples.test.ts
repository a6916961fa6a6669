import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, describe, expect, test } from '@jest/globals';

import { z } from 'zod';

import { N8nClient } from '../../demo/client';
import { filesFolder } from '../../demo/userFolder';
import { changeNode, type WorkflowFile } from '../../demo/workflows';
import { control } from './control';
import { zoneWhereItIs } from './daytime';
import { Example } from './example';
import { outputOf } from './execution';
import { endedCall, agentsOfFirstBusiness, resetVendor } from './kaiCallsTriggerHarness';
import { world } from './world';
import { everyOne } from '../support/everyOne';

const Options = z.record(z.unknown());

/** Contact hours in which it is noon for everybody. */
const atNoon = (name: string) => (workflow: WorkflowFile) =>
	changeNode(workflow, name, (node) => {
		const contactHours = { hours: { opens: '09:00', closes: '20:00', timeZone: zoneWhereItIs(12) } };
		const options = { ...Options.parse(node.parameters.options), contactHours };
		return { ...node, parameters: { ...node.parameters, options } };
	});

/** The calls of the sandbox that came in are some months old. */
const sinceNewYear = (workflow: WorkflowFile) =>
	changeNode(workflow, 'Calls of the Last Day', (node) => ({
		...node,
		parameters: { ...node.parameters, filters: { createdAfter: '2026-01-01' } },
	}));

describe('the example workflows for calls', () => {
	let client: N8nClient;

	beforeEach(async () => {
		await resetVendor();
		client = await N8nClient.login(world.n8nUrl);
	});

	test('"Missed calls to text" texts each person whose call was missed, once, and says why it does not text the others', async () => {
		const example = await Example.import(client, 'missed-calls-to-text', {}, (workflow) =>
			atNoon('Send the Text')(sinceNewYear(workflow)),
		);
		const texts = await example.emptyTable('Texts After Missed Calls');
		const sent = async () => (await control('kaiCallsState')).messages.map(({ to }) => to);
		const before = await sent();
		const missed = (await control('kaiCallsState')).calls.filter(
			({ direction, status }) => direction === 'inbound' && status === 'failed',
		);
		await example.run('Every 10 Minutes');
		const rows = await texts.rows();
		expect(new Set(rows.map(({ call_id }) => call_id))).toEqual(new Set(missed.map(({ id }) => id)));
		const texted = rows.filter(({ text }) => text === 'sent').map(({ phone }) => phone);
		// One of the agents has no number to text from.
		const others = rows.filter(({ text }) => text !== 'sent');
		expect(texted.length).toBeGreaterThan(others.length);
		for (const { problem } of everyOne(others)) expect(problem).toContain('Agent');
		expect((await sent()).slice(before.length).sort()).toEqual(texted.sort());

		await example.run('Every 10 Minutes');
		expect(await texts.rows()).toHaveLength(rows.length);
		expect(await sent()).toHaveLength(before.length + texted.length);
	});

	test('"Call new leads and wait" calls each lead with a number, marks those who talked, and counts the outcomes', async () => {
		const leads = (await control('kaiCallsState')).leads.filter(({ status }) => status === 'new');
		const [noAnswer, ...others] = leads.map(({ phone }) => String(phone));
		await control('configureKaiCalls', {
			endsAfterSeconds: 0.5,
			callback: 'afterEnd',
			failures: { [String(noAnswer)]: 'no_answer' },
		});
		const example = await Example.import(client, 'call-new-leads-and-wait', {}, atNoon('Call and Wait'));
		const execution = await example.run('Every Weekday at 10');
		expect(await control('callsPlaced')).toEqual(Object.fromEntries([noAnswer, ...others].map((phone) => [phone, 1])));
		const counted = outputOf(execution, 'Outcomes of the Day').map(({ json }) => [json.outcome, json.count_outcome]);
		expect(new Map(counted as Array<[string, number]>)).toEqual(
			new Map([
				['noAnswer', 1],
				['talked', others.length],
			]),
		);
		const still = (await control('kaiCallsState')).leads.filter(({ status }) => status === 'new');
		expect(still.map(({ phone }) => phone)).toEqual([noAnswer]);
	});

	test('"Recordings to a folder" writes each recording once, and lists those that it could not fetch yet', async () => {
		const { agent } = await agentsOfFirstBusiness();
		const example = await Example.import(client, 'recordings-to-a-folder');
		const saved = await example.emptyTable('Recordings Saved');
		const id = await endedCall(agent);
		await endedCall(agent, 'failed');
		const night = async () => {
			const execution = await example.run('Every Night at 4');
			return ['Note That It Is Saved', 'Recordings to Look At'].map((node) => outputOf(execution, node).length);
		};
		await control('configureKaiCalls', { recordings: 'large', largeRecordingBytes: 60 * 1024 * 1024 });
		expect(await night()).toEqual([0, 1]);
		await control('configureKaiCalls', { recordings: 'audio' });
		expect(await night()).toEqual([1, 0]);
		const [row] = await saved.rows();
		expect(row).toMatchObject({ call_id: id, file: expect.stringMatching(/^\d{4}-\d\d-\d\d-.+\.wav$/) });
		const file = await readFile(join(filesFolder(world.userFolder), String(row?.file)));
		expect(file.subarray(0, 4).toString()).toBe('RIFF');
		expect(await night()).toEqual([0, 0]);
	});
});
