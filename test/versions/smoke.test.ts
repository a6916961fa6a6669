import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { INode, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import { N8nClient } from '../../demo/client';
import { sandboxCredentials } from '../../demo/credentials';
import type { WorkflowFile } from '../../demo/workflows';
import { n8n as manifest, name as packName } from '../../package.json';
import { control } from '../e2e/control';
import { rest } from '../e2e/rest';
import { eventBody, SIGNATURE, signatureOf } from '../e2e/triggerHarness';
import { world } from '../e2e/world';
import { eventually } from '../support/eventually';
import { everyOne } from '../support/everyOne';

const ROWS = Array.from({ length: 25 }, (_, row) => ({
	name: `Test Person ${row}`,
	url: `https://www.linkedin.com/in/test-person-${row}`,
}));

const Saved = z.object({ id: z.string(), versionId: z.string() });
const Executions = z.object({ results: z.array(z.object({ status: z.string() })) });

/** A node of the pack. */
interface Step {
	type: string;
	credential: string;
	parameters: INodeParameters;
}

const nodeOf = (name: string, rest: Pick<INode, 'type' | 'typeVersion' | 'parameters'> & Partial<INode>): INode => ({
	id: crypto.randomUUID(),
	name,
	position: [0, 0],
	...rest,
});

function stepOf({ type, credential, parameters }: Step, typeVersion = 1): INode {
	const known = world.credentials[credential];
	if (!known) throw new Error(`There is no credential ${credential}`);
	const credentials = { [credential]: known };
	return nodeOf('Step', { type: `${packName}.${type}`, typeVersion, parameters, credentials });
}

function inARow(nodes: INode[]): WorkflowFile {
	const links = nodes
		.slice(1)
		.map(({ name }, place) => [nodes[place]?.name, { main: [[{ node: name, type: 'main' as const, index: 0 }]] }]);
	return {
		name: crypto.randomUUID(),
		nodes,
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1' },
	};
}

describe(`the packed pack in n8n ${process.env.N8N_VERSION}`, () => {
	let client: N8nClient;

	beforeAll(async () => {
		client = await N8nClient.login(world.n8nUrl);
	});

	beforeEach(async () => await control('reset'));

	/** Publishes a workflow; n8n 1 says "active". @returns its ID */
	const publish = async (workflow: WorkflowFile): Promise<string> => {
		const { id, versionId } = Saved.parse(await rest(client, 'POST', '/workflows', { ...workflow, active: false }));
		const { status } = await client.fetch(`/rest/workflows/${id}/activate`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ versionId }),
		});
		if (status === 404) await rest(client, 'PATCH', `/workflows/${id}`, { active: true, versionId });
		return id;
	};

	/** Runs the step over these items as a published workflow does. @returns its output */
	const run = async (step: Step, items: object[]): Promise<unknown> => {
		const path = crypto.randomUUID();
		const parameters = { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'allEntries', options: {} };
		await publish(
			inARow([
				nodeOf('Webhook', { type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters, webhookId: path }),
				nodeOf('Items', {
					type: 'n8n-nodes-base.splitOut',
					typeVersion: 1,
					parameters: { fieldToSplitOut: 'body.items', options: {} },
				}),
				stepOf(step),
			]),
		);
		const call = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ items }) };
		return await eventually('an answer of the workflow', async () => {
			const response = await fetch(`${world.n8nUrl}/webhook/${path}`, call);
			// n8n listens a moment after the workflow was published.
			if (response.status === 404) return false;
			const text = await response.text();
			if (!response.ok) throw new Error(`The workflow answered ${response.status}: ${text}`);
			return z.unknown().parse(JSON.parse(text));
		});
	};

	test('n8n is of this version', async () => {
		expect(await rest(client, 'GET', '/settings')).toMatchObject({ versionCli: process.env.N8N_VERSION });
	});

	test('every node is there, those without a trigger as a tool, too', async () => {
		const served = (await client.nodeTypes()).map(({ name }) => name).filter((name) => name.startsWith(`${packName}.`));
		const nodes = manifest.nodes.map((path) => path.replace(/^.*\//, '').replace('.node.js', ''));
		const typeOf = (node: string) => `${packName}.${node.charAt(0).toLowerCase()}${node.slice(1)}`;
		const tools = nodes.filter((node) => !node.endsWith('Trigger')).map((node) => `${typeOf(node)}Tool`);
		const lowered = (names: string[]) => names.map((name) => name.toLowerCase()).sort();
		expect(lowered(served)).toEqual(lowered([...nodes.map(typeOf), ...tools]));
	});

	test.each(sandboxCredentials(world.sandbox).map((input) => [input.type, input] as const))(
		'n8n tests a credential: %s',
		async (_type, input) => {
			const credentials = { ...input, id: world.credentials[input.type]?.id };
			expect(await rest(client, 'POST', '/credentials/test', { credentials })).toMatchObject({ status: 'OK' });
		},
	);

	test('a "From list" field shows the campaigns of the account', async () => {
		const { campaigns } = await control('kakiyoState');
		const { kakiyoOutreachApi } = world.credentials;
		if (!kakiyoOutreachApi) throw new Error('There is no credential');
		const { results } = await client.locatorResults({
			nodeTypeAndVersion: { name: `${packName}.kakiyo`, version: 1 },
			methodName: 'searchCampaigns',
			path: 'parameters.campaignId',
			currentNodeParameters: { authentication: 'apiKey', resource: 'prospect', operation: 'add' },
			credentials: { kakiyoOutreachApi },
		});
		expect(results.map(({ value }) => value)).toEqual(campaigns.map(({ id }) => id));
	});

	test('a whole list is read: Kakiyo, Campaign > Get Many', async () => {
		const { campaigns } = await control('kakiyoState');
		const step = {
			type: 'kakiyo',
			credential: 'kakiyoOutreachApi',
			parameters: { resource: 'campaign', operation: 'getAll', returnAll: true },
		};
		const ids = z.array(z.object({ id: z.string() })).parse(await run(step, [{}]));
		expect(ids.map(({ id }) => id)).toEqual(campaigns.map(({ id }) => id));
	});

	test('a record is created for each item: KAIRO, Agent > Create', async () => {
		const step = {
			type: 'kairo',
			credential: 'kairoOutreachApi',
			parameters: { resource: 'agent', operation: 'create', name: '={{ $json.name }}' },
		};
		expect(await run(step, [{ name: 'First' }, { name: 'Second' }])).toMatchObject([
			{ name: 'First' },
			{ name: 'Second' },
		]);
	});

	test('rows travel together, each once, and each has its result: Kakiyo, Prospect > Add', async () => {
		const { campaigns } = await control('kakiyoState');
		const step = {
			type: 'kakiyo',
			credential: 'kakiyoOutreachApi',
			parameters: {
				resource: 'prospect',
				operation: 'add',
				campaignId: { __rl: true, mode: 'id', value: campaigns.find(({ status }) => status === 'active')?.id ?? '' },
				fields: { mappingMode: 'autoMapInputData', value: null },
			},
		};
		expect(await run(step, ROWS)).toMatchObject(ROWS.map(({ name }) => ({ name, importStatus: 'accepted' })));
		const times = Object.values(await control('prospectsAdded')).flatMap((added) => Object.values(added));
		expect(times).toEqual(ROWS.map(() => 1));
		const requests = (await control('log')).filter(({ route, method }) => method === 'POST' && /prospects/.test(route));
		expect(requests).toHaveLength(1);
	});

	test('a trigger registers, refuses a forged delivery and runs once for a genuine one: Kakiyo Trigger', async () => {
		const step = { type: 'kakiyoTrigger', credential: 'kakiyoOutreachApi', parameters: {} };
		const id = await publish(
			inARow([
				{ ...stepOf(step, 2), webhookId: crypto.randomUUID() },
				nodeOf('Received', { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} }),
			]),
		);
		const { url, secret } = await eventually('a webhook at Kakiyo', async () =>
			(await control('kakiyoState')).webhooks.find(({ secret: own }) => own),
		);
		const body = eventBody('chat_1');
		const deliver = async (signature: string) =>
			(
				await fetch(url, {
					method: 'POST',
					headers: { 'content-type': 'application/json', [SIGNATURE]: signature },
					body,
				})
			).status;
		expect(await deliver(signatureOf('another secret', body))).toBe(401);
		expect(await deliver(signatureOf(secret ?? '', body))).toBe(200);
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const ended = await eventually('the end of the run', async () => {
			const { results } = Executions.parse(await rest(client, 'GET', `/executions?filter=${filter}`));
			return results.length > 0 && results.every(({ status }) => status === 'success') && results;
		});
		expect(everyOne(ended)).toHaveLength(1);
	});
});
