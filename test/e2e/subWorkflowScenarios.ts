import { expect, test } from '@jest/globals';
import type { INode } from 'n8n-workflow';

import type { WorkflowFile } from '../../demo/workflows';
import { Executions, phoneNumbers, pressRetry } from './callList';
import type { CallListHarness } from './callListHarness';
import { publish } from './createAndWaitHarness';
import { rest } from './rest';
import { step } from './workflowStep';
import { eventually } from '../support/eventually';

const PHONES = phoneNumbers(10);
const PRESS_THIS_ONE = 'press Retry of this execution in the list of executions';

/** A workflow whose nodes follow each other. */
const chain = (name: string, nodes: INode[]): WorkflowFile => ({
	name: `${name} ${crypto.randomUUID()}`,
	nodes,
	connections: Object.fromEntries(
		nodes
			.slice(1)
			.map((node, before) => [nodes[before]?.name, { main: [[{ node: node.name, type: 'main' as const, index: 0 }]] }]),
	),
	settings: { executionOrder: 'v1' },
});

/** A sub-workflow calls ten phones, and the sixth call is refused (On Error = Stop). In single and in queue mode. */
export function subWorkflowScenarios(harness: CallListHarness): void {
	const { refuseOnceAfter, callList, timesRung, placed } = harness;
	const finished = async (executionId: string) => await harness.n8n.client.finished(executionId);

	const lastExecutionOf = async (workflowId: string): Promise<string | undefined> => {
		const { results } = Executions.parse(await rest(harness.n8n.client, 'GET', '/executions'));
		return results.find((execution) => execution.workflowId === workflowId)?.id;
	};

	async function save(workflow: WorkflowFile): Promise<string> {
		const { client } = harness.n8n;
		const id = await client.saveWorkflow(workflow);
		await publish(client, id);
		return id;
	}

	/** Starts the parent, and waits until both have failed. @returns the executions of both */
	async function failed() {
		const { credentials, agentId } = callList();
		const call = {
			resource: 'call',
			operation: 'create',
			agentId: { __rl: true, mode: 'id', value: agentId },
			to: '={{ $json.phone }}',
		};
		const sub = await save(
			chain('Calls', [
				step('Start', 'n8n-nodes-base.executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' }),
				step('Call', 'n8n-nodes-outreach-agents.kaiCalls', 1, call, { credentials }),
			]),
		);
		const path = crypto.randomUUID();
		const parent = await save(
			chain('Parent', [
				step('Webhook', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, options: {} }, { webhookId: path }),
				step('Phones', 'n8n-nodes-base.splitOut', 1, {
					fieldToSplitOut: 'body.phones',
					options: { destinationFieldName: 'phone' },
				}),
				step('Sub-workflow', 'n8n-nodes-base.executeWorkflow', 1.2, {
					source: 'database',
					workflowId: { __rl: true, mode: 'id', value: sub },
					mode: 'once',
					options: { waitForSubWorkflow: true },
				}),
			]),
		);
		refuseOnceAfter(5);
		await eventually('the start of the workflow', async () => {
			const body = JSON.stringify({ phones: PHONES });
			return (
				await fetch(`${harness.n8n.url}/webhook/${path}`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body,
				})
			).ok;
		});
		const started = async (workflowId: string) =>
			await eventually('the execution', async () => await lastExecutionOf(workflowId));
		const [ofParent, ofSub] = [await started(parent), await started(sub)];
		const [endOfParent, endOfSub] = [await finished(ofParent), await finished(ofSub)];
		return { ofParent, ofSub, endOfParent, endOfSub };
	}

	test('a sub-workflow fails: the error says which Retry to press; the Retry of the sub-execution calls the missing persons, and no person twice', async () => {
		const { ofSub, endOfParent, endOfSub } = await failed();
		for (const { status, data } of [endOfSub, endOfParent]) {
			expect(status).toBe('error');
			expect(data.resultData.error).toMatchObject({ description: expect.stringContaining(PRESS_THIS_ONE) });
		}
		expect(placed(PHONES)).toBeLessThan(PHONES.length);
		expect((await pressRetry(harness.n8n.client, ofSub)).status).toBe('success');
		expect(timesRung(PHONES)).toEqual(PHONES.map(() => 1));
	});

	test('a sub-workflow fails: Retry of its parent starts the sub-workflow again, and calls all persons again', async () => {
		const { ofParent } = await failed();
		const before = timesRung(PHONES);
		expect((await pressRetry(harness.n8n.client, ofParent)).status).toBe('success');
		expect(timesRung(PHONES)).toEqual(before.map((times) => times + 1));
	});
}
