import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { N8nClient } from '../../demo/client';
import { saveSandboxCredentials } from '../../demo/credentials';
import { freePort } from '../../demo/ports';
import { CACHE } from '../../scripts/repository';
import { control } from './control';
import {
	agentsOfFirstBusiness,
	callbackBody,
	endedCall,
	post,
	resetVendor,
	saveWorkflow,
	signed,
} from './kaiCallsTriggerHarness';
import { Example } from './example';
import { outputOf } from './execution';
import { N8N_DEADLINE_MS, type TriggeredWorkflow } from './triggerHarness';
import { startOwnN8n, type OwnN8n } from './ownN8n';
import { world } from './world';
import { eventually } from '../support/eventually';

const USER_FOLDER = join(CACHE, 'e2e-restart-kaicalls');

describe('deployed KaiCalls Triggers when n8n restarts', () => {
	let n8n: OwnN8n;
	let account: { workflow: TriggeredWorkflow; url: string };
	let perCall: { workflow: TriggeredWorkflow; url: string };
	let agent: string;
	/** Belongs to a business whose events the trigger does not get. */
	let agentOfOtherBusiness: string;
	let lostReports: Example;

	beforeAll(async () => {
		await rm(USER_FOLDER, { recursive: true, force: true });
		await resetVendor();
		const agents = await agentsOfFirstBusiness();
		agent = agents.agent;
		const others = (await control('kaiCallsState')).agents.filter(({ business_id }) => business_id !== agents.business);
		agentOfOtherBusiness = String(others[0]?.id);
		const port = await freePort();
		n8n = await startOwnN8n(USER_FOLDER, port);
		const client = await N8nClient.login(n8n.url);
		const at = { n8nUrl: n8n.url, credentials: await saveSandboxCredentials(client, world.sandbox) };
		const workspaceId = { __rl: true, mode: 'id', value: agents.business };
		account = await saveWorkflow(client, 'Account', { mode: 'account', events: ['call.completed'], workspaceId }, at);
		perCall = await saveWorkflow(client, 'Per call', { mode: 'perCall', callEvents: ['call.completed'] }, at);
		await account.workflow.activate();
		await perCall.workflow.activate();
		lostReports = await Example.import(client, 'calls-whose-report-got-lost', at.credentials);
		await lostReports.published().activate();
	});

	afterAll(async () => {
		await n8n?.stop();
		// jest would complain of packages with the same name in the folders of two n8ns.
		await rm(join(USER_FOLDER, '.n8n', 'nodes'), { recursive: true, force: true });
	});

	const webhooks = async () => (await control('kaiCallsState')).webhooks;

	const deliver = async (body: string) => {
		const [webhook] = await webhooks();
		return await post(account.url, body, signed(webhook?.secret ?? '', body));
	};

	test('keep webhook and secret, know the earlier deliveries, and bring back lost events with the example workflow', async () => {
		const before = await webhooks();
		const event = JSON.stringify({ event: 'call.completed', name: 'before the restart' });
		expect(await deliver(event)).toBe(200);
		const callback = callbackBody(await endedCall(agent));
		expect(await post(perCall.url, callback)).toBe(200);
		// The end of the call was an account event, too.
		await account.workflow.received(2);
		await perCall.workflow.received(1);

		await n8n.stop();
		const ended = await endedCall(agentOfOtherBusiness, 'failed');
		n8n = await startOwnN8n(USER_FOLDER, Number(new URL(n8n.url).port));
		const client = await N8nClient.login(n8n.url);
		account.workflow = account.workflow.seenBy(client);
		perCall.workflow = perCall.workflow.seenBy(client);

		const creations = (await control('log')).filter(({ method, route }) => method === 'POST' && route === '/webhooks');
		expect(creations).toHaveLength(1);
		expect(await webhooks()).toEqual(before);
		expect(await deliver(event)).toBe(200);
		expect(await deliver(JSON.stringify({ event: 'call.completed', name: 'after the restart' }))).toBe(200);
		expect(await account.workflow.received(3)).toHaveLength(3);
		expect(await post(perCall.url, callback)).toBe(200);
		expect(await post(perCall.url, callbackBody(await endedCall(agent)))).toBe(200);
		expect(await perCall.workflow.received(2)).toHaveLength(2);

		const [start] = await eventually(
			'the run at the start of n8n',
			async () => {
				const runs = await lostReports.published().seenBy(client).executions('trigger');
				return runs.length > 0 && runs;
			},
			N8N_DEADLINE_MS,
		);
		const passedOn = outputOf(await client.finished(String(start?.id)), 'What Happens with Each Call');
		expect(passedOn.map(({ json: { id, outcome } }) => [id, outcome])).toContainEqual([ended, 'failed']);
	});

	test('leave no webhook at the vendor when they are deactivated', async () => {
		await account.workflow.deactivate();
		await perCall.workflow.deactivate();
		expect(await webhooks()).toEqual([]);
	});
});
