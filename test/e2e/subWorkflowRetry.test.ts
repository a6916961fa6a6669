import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { INode } from 'n8n-workflow';
import { z } from 'zod';

import { N8nClient } from '../../demo/client';
import type { WorkflowFile } from '../../demo/workflows';
import { phoneNumbers, pressRetry } from './callList';
import { control } from './control';
import { eventually, publish } from './createAndWaitHarness';
import { rest } from './rest';
import { world } from './world';
import { step } from './workflowStep';

const Executions = z.object({ results: z.array(z.object({ id: z.string(), workflowId: z.string() })) });

const PHONES = phoneNumbers(10);
const PRESS_THIS_ONE = 'press Retry of this execution in the list of executions, not of the one that called it';

/** A workflow whose nodes follow each other. */
const chain = (name: string, nodes: INode[]): WorkflowFile => ({
	name: `${name} ${crypto.randomUUID()}`,
	nodes,
	connections: Object.fromEntries(
		nodes.slice(1).map((node, before) => [nodes[before]?.name, { main: [[{ node: node.name, type: 'main' as const, index: 0 }]] }]),
	),
	settings: { executionOrder: 'v1' },
});

describe('single mode: a sub-workflow calls ten phones, and the sixth call is refused (On Error = Stop)', () => {
	let client: N8nClient;

	beforeAll(async () => {
		client = await N8nClient.login(world.n8nUrl);
	});

	beforeEach(async () => {
		await control('reset');
		await control('configureKaiCalls', { rateLimits: false });
	});

	const lastExecutionOf = async (workflowId: string): Promise<string | undefined> => {
		const { results } = Executions.parse(await rest(client, 'GET', '/executions'));
		return results.find((execution) => execution.workflowId === workflowId)?.id;
	};

	async function save(workflow: WorkflowFile): Promise<string> {
		const id = await client.saveWorkflow(workflow);
		await publish(client, id);
		return id;
	}

	/** Starts the parent, and waits until both have failed. @returns the executions of both */
	async function failed() {
		const { kaiCallsOutreachApi } = world.credentials;
		if (!kaiCallsOutreachApi) throw new Error('There is no KaiCalls credential');
		const agentId = (await control('kaiCallsState')).agents[0]?.id ?? '';
		const call = { resource: 'call', operation: 'create', agentId: { __rl: true, mode: 'id', value: agentId }, to: '={{ $json.phone }}' };
		const sub = await save(
			chain('Calls', [
				step('Start', 'n8n-nodes-base.executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' }),
				step('Call', 'n8n-nodes-outreach-agents.kaiCalls', 1, call, { credentials: { kaiCallsOutreachApi } }),
			]),
		);
		const path = crypto.randomUUID();
		const parent = await save(
			chain('Parent', [
				step('Webhook', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, options: {} }, { webhookId: path }),
				step('Phones', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.phones', options: { destinationFieldName: 'phone' } }),
				step('Sub-workflow', 'n8n-nodes-base.executeWorkflow', 1.2, {
					source: 'database',
					workflowId: { __rl: true, mode: 'id', value: sub },
					mode: 'once',
					options: { waitForSubWorkflow: true },
				}),
			]),
		);
		await control('fail', { vendor: 'kaicalls', method: 'POST', path: '/calls', kind: 'status', status: 402, skip: 5 });
		await eventually('the start of the workflow', async () => {
			const body = JSON.stringify({ phones: PHONES });
			return (await fetch(`${world.n8nUrl}/webhook/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).ok;
		});
		const started = async (workflowId: string) => await eventually('the execution', async () => await lastExecutionOf(workflowId));
		const [ofParent, ofSub] = [await started(parent), await started(sub)];
		const [endOfParent, endOfSub] = [await client.finished(ofParent), await client.finished(ofSub)];
		return { ofParent, ofSub, endOfParent, endOfSub };
	}

	const timesRung = async () => {
		const rung = await control('callsPlaced');
		return PHONES.map((phone) => rung[phone] ?? 0);
	};

	test('the error says which Retry to press; that of the sub-execution calls who is missing, and nobody twice', async () => {
		const { ofSub, endOfParent, endOfSub } = await failed();
		for (const { status, data } of [endOfSub, endOfParent]) {
			expect(status).toBe('error');
			expect(data.resultData.error).toMatchObject({ description: expect.stringContaining(PRESS_THIS_ONE) });
		}
		const before = await timesRung();
		expect(before.reduce((sum, times) => sum + times, 0)).toBeLessThan(PHONES.length);
		expect((await pressRetry(client, ofSub)).status).toBe('success');
		expect(await timesRung()).toEqual(PHONES.map(() => 1));
	});

	test('Retry of the parent is a new execution of the sub-workflow: who was called before is called again', async () => {
		const { ofParent } = await failed();
		const before = await timesRung();
		expect((await pressRetry(client, ofParent)).status).toBe('success');
		expect(await timesRung()).toEqual(before.map((times) => times + 1));
	});
});
