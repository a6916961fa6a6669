import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { N8nClient } from '../../../demo/client';
import { saveSandboxCredentials } from '../../../demo/credentials';
import { freePort } from '../../../demo/ports';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { CACHE } from '../../../scripts/repository';
import { N8N_DEADLINE_MS, eventBody, SIGNATURE, signatureOf, TriggeredWorkflow } from '../triggerHarness';
import { startOwnN8n, type OwnN8n } from '../ownN8n';
import { eventually } from '../../support/eventually';

const USER_FOLDER = join(CACHE, 'e2e-restart');

describe('a deployed Kakiyo Trigger when n8n restarts', () => {
	let sandbox: Sandbox;
	let n8n: OwnN8n;
	let port: number;
	let workflow: TriggeredWorkflow;

	const start = async (env: NodeJS.ProcessEnv = {}) => {
		n8n = await startOwnN8n(USER_FOLDER, port, env);
		return await N8nClient.login(n8n.url);
	};

	const restart = async (env?: NodeJS.ProcessEnv) => {
		await n8n.stop();
		workflow = workflow.seenBy(await start(env));
	};

	const webhooks = () => sandbox.control.kakiyoState().webhooks;

	const registrations = () =>
		sandbox.control.log().filter(({ method, route }) => method === 'POST' && route === '/webhooks').length;

	async function deliver(body: string): Promise<number> {
		const [webhook] = webhooks();
		const response = await fetch(webhook?.url ?? '', {
			method: 'POST',
			headers: { 'content-type': 'application/json', [SIGNATURE]: signatureOf(webhook?.secret ?? '', body) },
			body,
		});
		return response.status;
	}

	beforeAll(async () => {
		await rm(USER_FOLDER, { recursive: true, force: true });
		sandbox = await startSandbox();
		port = await freePort();
		const client = await start();
		const credentials = await saveSandboxCredentials(client, sandbox);
		workflow = await TriggeredWorkflow.save(client, 'Restarted', { events: ['*'] }, credentials);
		await workflow.activate();
	});

	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
		// jest would complain of packages with the same name in the folders of two n8ns.
		await rm(join(USER_FOLDER, '.n8n', 'nodes'), { recursive: true, force: true });
	});

	test('keeps its webhook and its secret, and knows the earlier deliveries', async () => {
		const before = webhooks();
		const body = eventBody('before the restart');
		expect(await deliver(body)).toBe(200);
		expect(await workflow.received(1)).toHaveLength(1);

		await restart();

		expect(registrations()).toBe(1);
		expect(webhooks()).toEqual(before);
		expect(await deliver(body)).toBe(200);
		expect(await deliver(eventBody('after the restart'))).toBe(200);
		expect(await workflow.received(2)).toHaveLength(2);
	});

	test('is repaired by an n8n that activates its workflows when it starts', async () => {
		const [webhook] = webhooks();
		const { baseUrl, apiKey } = sandbox.kakiyo;
		const response = await fetch(`${baseUrl}/webhooks/${webhook?.id ?? ''}`, {
			method: 'PUT',
			headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
			body: JSON.stringify({ active: false }),
		});
		expect(response.status).toBe(200);

		// As all versions of n8n did until 2.3x; newer ones leave a published workflow unchanged.
		await restart({ N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' });

		await eventually('the repair', async () => webhooks()[0]?.active, N8N_DEADLINE_MS);
		expect(registrations()).toBe(1);
		expect(await deliver(eventBody('after the repair'))).toBe(200);
		expect(await workflow.received(3)).toHaveLength(3);
	});

	test('leaves no webhook at the vendor when it is deactivated', async () => {
		await restart();
		await workflow.deactivate();
		expect(webhooks()).toEqual([]);
	});
});
