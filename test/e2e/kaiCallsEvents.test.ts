import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { N8nClient } from '../../demo/client';
import { control } from './control';
import { Example } from './example';
import { outputOf } from './execution';
import { agentsOfFirstBusiness, endedCall, resetVendor } from './kaiCallsTriggerHarness';
import { N8N_DEADLINE_MS } from './triggerHarness';
import { world } from './world';
import { eventually } from '../support/eventually';

const TABLE = 'Read Until';
const HOUR_MS = 3_600_000;

const AskedFor = z.object({ from: z.string() });

describe('the example workflow "KaiCalls events since the last run"', () => {
	let client: N8nClient;
	let example: Example;
	let agent: string;

	beforeAll(async () => {
		await resetVendor();
		client = await N8nClient.login(world.n8nUrl);
		const agents = await agentsOfFirstBusiness();
		agent = agents.agent;
		const { apiKey } = await control('addKey', { scopes: ['*'], businessId: agents.business });
		const credential = {
			type: 'kaiCallsOutreachApi',
			name: 'KaiCalls, one business',
			data: { apiKey, baseUrl: world.sandbox.kaicalls.baseUrl },
		};
		const kaiCallsOutreachApi = { id: await client.saveCredential(credential), name: credential.name };
		example = await Example.import(client, 'kaicalls-events-since-the-last-run', { kaiCallsOutreachApi });
		await example.emptyTable(TABLE);
	});

	afterAll(async () => await example.published().deactivate());

	const night = async () => await example.run('Every Night at 3');
	const passedOn = (execution: Awaited<ReturnType<typeof night>>) =>
		outputOf(execution, 'What Happens with Each Event').map(({ json: { event, call_id } }) => [event, call_id]);
	const readUntil = async () => (await (await example.table(TABLE)).rows()).map(({ read_until }) => read_until);

	test('passes on each event once: as it arrives, or in the night if n8n did not listen', async () => {
		const published = example.published();
		await published.activate();
		const reported = await endedCall(agent);
		await eventually(
			'the run of the event',
			async () => (await published.executions()).some(({ status }) => status === 'success'),
			N8N_DEADLINE_MS,
		);
		await published.deactivate();
		const missed = await endedCall(agent);
		const failed = await endedCall(agent, 'failed');

		const first = passedOn(await night());
		expect(new Map(first as Array<[string, string]>)).toEqual(
			new Map([
				['call.failed', failed],
				['call.completed', missed],
			]),
		);
		expect(first.flat()).not.toContain(reported);
		expect(first).toHaveLength(2);
		expect(passedOn(await night())).toEqual([]);

		const later = await endedCall(agent);
		expect(passedOn(await night())).toEqual([['call.completed', later]]);
	});

	test('reads on from the newest event, an hour earlier, and keeps its place when it could not read', async () => {
		await endedCall(agent);
		await night();
		const [ended] = await readUntil();
		const { events } = await control('kaiCallsState');
		expect(Date.parse(String(ended))).toBe(Math.max(...events.map(({ created_at }) => Date.parse(created_at))));
		await night();
		const asked = (await control('log')).filter(({ route }) => route === '/events').at(-1);
		const { from } = AskedFor.parse(asked?.query);
		expect(Date.parse(String(ended)) - Date.parse(from)).toBe(HOUR_MS);

		await endedCall(agent);
		await control('fail', { vendor: 'kaicalls', method: 'GET', path: '/events', kind: 'status', status: 403 });
		await expect(night()).rejects.toThrow();
		expect(await readUntil()).toEqual([ended]);
		expect(passedOn(await night())).toHaveLength(1);
	});
});
