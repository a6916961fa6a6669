import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import type { INode, INodeParameters } from 'n8n-workflow';

import type { N8nClient } from '../../../demo/client';
import { saveSandboxCredentials, type SandboxCredentials } from '../../../demo/credentials';
import type { WorkflowFile } from '../../../demo/workflows';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { CACHE } from '../../../scripts/repository';
import { automatic, mapped } from '../../engine/resourceMapper';
import { executionOf, publish, startInProduction } from '../createAndWaitHarness';
import { LeadsTable, manyLeads } from '../leadsTable';
import { expectNoneTwice } from '../noneTwice';
import { QueueN8n } from '../queueN8n';
import { step } from '../workflowStep';
import { eventually } from '../../support/eventually';

/** Fewer than in the test in single mode: it is n8n that takes its time. */
const LEADS = 400;

describe('n8n in queue mode, with two workers', () => {
	let n8n: QueueN8n;
	let sandbox: Sandbox;
	let url: string;
	let client: N8nClient;
	let credentials: SandboxCredentials;

	beforeAll(async () => {
		sandbox = await startSandbox();
		n8n = await QueueN8n.start(join(CACHE, 'e2e-queue-mode'));
		({ url, client } = n8n);
		credentials = await saveSandboxCredentials(client, sandbox);
	});

	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
	});

	beforeEach(() => sandbox.control.reset());

	/** @param others nodes that no link leads to or from */
	const save = async (name: string, nodes: INode[], others: INode[] = []): Promise<string> => {
		const links = nodes
			.slice(1)
			.map((node, before) => [nodes[before]?.name, { main: [[{ node: node.name, type: 'main' as const, index: 0 }]] }]);
		const workflow: WorkflowFile = {
			name: `${name} ${crypto.randomUUID()}`,
			nodes: [...nodes, ...others],
			connections: Object.fromEntries(links),
			settings: { executionOrder: 'v1' },
		};
		const id = await client.saveWorkflow(workflow);
		await publish(client, id);
		return id;
	};

	/** Publishes a workflow that ends with this node; gives a function that posts rows to it and gets the node's output. */
	async function published(node: INode) {
		const path = crypto.randomUUID();
		await save('Queue', [
			step(
				'Webhook',
				'n8n-nodes-base.webhook',
				2,
				{ httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'allEntries', options: {} },
				{ webhookId: path },
			),
			step('Split', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.rows', options: {} }),
			node,
		]);
		return async (rows: object[]): Promise<Array<Record<string, unknown>>> => {
			// n8n listens a moment after it has answered; until then nothing starts.
			const response = await eventually(
				'the webhook',
				async () => {
					const answer = await fetch(`${url}/webhook/${path}`, {
						method: 'POST',
						headers: { 'content-type': 'application/json' },
						body: JSON.stringify({ rows }),
					});
					return answer.status !== 404 && answer;
				},
				60_000,
			);
			const text = await response.text();
			if (!response.ok) throw new Error(`${response.status}: ${text}`);
			return JSON.parse(text) as Array<Record<string, unknown>>;
		};
	}

	const vendorNode = (vendor: 'kakiyo' | 'kayse', parameters: INodeParameters): INode => {
		const type = `${vendor}OutreachApi`;
		const credential = credentials[type];
		if (!credential) throw new Error(`There is no credential ${type}`);
		return step('Node', `n8n-nodes-outreach-agents.${vendor}`, 1, parameters, { credentials: { [type]: credential } });
	};

	/** How many executions of a workflow have ended. */
	const ended = async (workflowId: string): Promise<number> => {
		const filter = new URLSearchParams({ filter: JSON.stringify({ workflowId }) });
		const response = await client.fetch(`/rest/executions?${filter.toString()}`);
		const { data } = (await response.json()) as { data: { results: Array<{ status: string }> } };
		return data.results.filter(({ status }) => ['success', 'error'].includes(status)).length;
	};

	const prospects = (count: number, of: string) =>
		Array.from({ length: count }, (_, index) => ({
			name: `P ${index}`,
			url: `https://www.linkedin.com/in/${of}-${index}`,
		}));

	test('adds every prospect once, from both workers at the same time', async () => {
		const campaign = sandbox.control.kakiyoState().campaigns.find(({ status }) => status === 'active');
		const campaignId = { __rl: true, mode: 'id', value: campaign?.id ?? '' };
		const add = await published(vendorNode('kakiyo', { resource: 'prospect', operation: 'add', campaignId }));
		const outputs = await Promise.all(['a', 'b', 'c', 'd'].map(async (of) => await add(prospects(150, of))));
		expect(outputs.map(({ length }) => length)).toEqual([150, 150, 150, 150]);
		const added = Object.values(sandbox.control.prospectsAdded()).flatMap((rows) => Object.values(rows));
		expect(added).toEqual(Array.from({ length: 600 }, () => 1));
	});

	test('remembers leads from one execution to the next, on any worker', async () => {
		const fields = { clientFields: automatic(), caseFields: automatic() };
		const subWorkflow = await save('Intake', [
			step('Start', 'n8n-nodes-base.executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' }),
			vendorNode('kayse', { resource: 'lead', operation: 'intake', ...fields }),
		]);
		const takeIn = await published(
			step('Sub-workflow', 'n8n-nodes-base.executeWorkflow', 1.2, {
				source: 'database',
				workflowId: { __rl: true, mode: 'id', value: subWorkflow },
				mode: 'once',
				options: { waitForSubWorkflow: true },
			}),
		);
		const leads = ['q1', 'q2', 'q3'].map((id) => ({
			external_source: 'website',
			external_source_id: id,
			first_name: 'Ada',
			last_name: id,
			case_number: `Q-${id}`,
			status: 'new',
			type: 'civil',
		}));
		const clients = sandbox.control.kayseState().clients.length;
		const outcomes = [await takeIn(leads), await takeIn(leads), await takeIn(leads)].map((rows) =>
			rows.map(({ client: taken, case: legalCase }) => [Object(taken).outcome, Object(legalCase).outcome]),
		);
		const all = (outcome: string) => leads.map(() => [outcome, outcome]);
		expect(outcomes).toEqual([all('created'), all('unchanged'), all('unchanged')]);
		expect(sandbox.control.kayseState().clients).toHaveLength(clients + leads.length);
	});

	test('does not take the secret of a trigger away by remembering', async () => {
		const kakiyoOutreachApi = credentials.kakiyoOutreachApi;
		if (!kakiyoOutreachApi) throw new Error('There is no Kakiyo credential');
		const event = 'linkedin.message.received';
		const lead = { external_source: 'website', external_source_id: 't1', first_name: 'Ada', last_name: 'Reyes' };
		const legalCase = {
			external_source: 'website',
			external_source_id: 't1',
			case_number: 'T-1',
			status: 'new',
			type: 'civil',
		};
		const fields = { clientFields: mapped(lead), caseFields: mapped(legalCase) };
		const workflowId = await save('Trigger', [
			step(
				'Trigger',
				'n8n-nodes-outreach-agents.kakiyoTrigger',
				1,
				{ events: [event] },
				{ webhookId: crypto.randomUUID(), credentials: { kakiyoOutreachApi } },
			),
			vendorNode('kayse', { resource: 'lead', operation: 'intake', ...fields }),
		]);
		const registered = () => sandbox.control.kakiyoState().webhooks.find((webhook) => webhook.url.startsWith(url));
		await eventually('the registration', async () => registered() !== undefined, 60_000);
		for (const count of [1, 2]) {
			const [delivered] = await sandbox.control.deliverKakiyoEvent({
				event,
				data: { count },
				url: registered()?.url ?? '',
			});
			expect(delivered?.status).toBe(200);
			await eventually('the end of the execution', async () => (await ended(workflowId)) === count);
		}
		expect(sandbox.control.kayseState().clients.map(({ external_source_id }) => external_source_id)).not.toContain(
			't1',
		);
	});

	test('does not take the secret of a trigger away that does not lead to it, either', async () => {
		const kakiyoOutreachApi = credentials.kakiyoOutreachApi;
		if (!kakiyoOutreachApi) throw new Error('There is no Kakiyo credential');
		const event = 'linkedin.message.received';
		const path = crypto.randomUUID();
		const source = { external_source: 'website', external_source_id: 't2' };
		const fields = {
			clientFields: mapped({ ...source, first_name: 'Ada', last_name: 'Reyes' }),
			caseFields: mapped({ ...source, case_number: 'T-2', status: 'new', type: 'civil' }),
		};
		const webhook = { httpMethod: 'POST', path, options: {} };
		const workflowId = await save(
			'Two starts',
			[
				step('Webhook', 'n8n-nodes-base.webhook', 2, webhook, { webhookId: path }),
				vendorNode('kayse', { resource: 'lead', operation: 'intake', ...fields }),
			],
			[
				step(
					'Trigger',
					'n8n-nodes-outreach-agents.kakiyoTrigger',
					1,
					{ events: [event] },
					{ webhookId: crypto.randomUUID(), credentials: { kakiyoOutreachApi } },
				),
			],
		);
		const registered = () => sandbox.control.kakiyoState().webhooks.find((hook) => hook.url.startsWith(url));
		await eventually('the registration', async () => registered() !== undefined, 60_000);
		await eventually('the webhook', async () => (await fetch(`${url}/webhook/${path}`, { method: 'POST' })).ok, 60_000);
		await eventually('the end of the execution', async () => (await ended(workflowId)) === 1, 60_000);
		const [delivered] = await sandbox.control.deliverKakiyoEvent({ event, data: {}, url: registered()?.url ?? '' });
		expect(delivered?.status).toBe(200);
		expect(sandbox.control.kayseState().clients.map(({ external_source_id }) => external_source_id)).not.toContain(
			't2',
		);
	});

	test(`takes ${LEADS} leads of a table in, none twice, although the execution is stopped in the middle and another one started`, async () => {
		sandbox.control.configureKayse({ requestsPerWindow: 1_000_000 });
		const table = await LeadsTable.publish(client, url, credentials, await manyLeads(LEADS));
		await table.stoppedInTheMiddle(LEADS);
		expectNoneTwice(sandbox.control.kayseState(), await table.rows());
	});

	test('goes on with a call that ended while no worker had the execution', async () => {
		sandbox.control.configureKaiCalls({ endsAfterSeconds: 36_000 });
		const agent = sandbox.control.kaiCallsState().agents[0]?.id ?? '';
		const phone = '+12025550111';
		const parameters = { agentId: { __rl: true, mode: 'id', value: agent }, timeLimit: 30 };
		await startInProduction(client, url, { name: `Wait ${crypto.randomUUID()}`, parameters, credentials }, [phone]);
		const call = await eventually('the call', async () =>
			sandbox.control.kaiCallsState().calls.find(({ to }) => to === phone),
		);
		const execution = executionOf(client, call.webhook_url);
		await execution.isWaiting();
		await sandbox.control.completeCall({ callId: call.id, summary: 'Friday at two.' });
		expect(await execution.outputs()).toMatchObject({
			status: 'success',
			after: [{ json: { outcome: 'talked', summary: 'Friday at two.' } }],
		});
		expect(sandbox.control.callsPlaced()).toEqual({ [phone]: 1 });
	});
});
