import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { INode, INodeParameters } from 'n8n-workflow';

import { N8nClient } from '../../demo/client';
import { automatic, mapped } from '../engine/resourceMapper';
import { control } from './control';
import { unpublish } from './createAndWaitHarness';
import { rest } from './rest';
import { N8N_DEADLINE_MS, TriggeredWorkflow } from './triggerHarness';
import { step } from './workflowStep';
import { world } from './world';
import { eventually } from '../support/eventually';

const EVENT = 'linkedin.message.received';
const NOT_LOADED = 'Nothing was sent: n8n did not load the memory of this workflow';

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: INodeParameters,
	rest: Partial<INode> = {},
): INode => step(name, type, typeVersion, parameters, { webhookId: crypto.randomUUID(), ...rest });

const credential = (type: string) => {
	const found = world.credentials[type];
	if (!found) throw new Error(`There is no credential ${type}`);
	return { credentials: { [type]: found } };
};

const trigger = () =>
	node('Trigger', 'n8n-nodes-outreach-agents.kakiyoTrigger', 1, { events: [EVENT] }, credential('kakiyoOutreachApi'));

const takeIn = (parameters: INodeParameters, settings: Partial<INode> = {}) =>
	node(
		'Take In',
		'n8n-nodes-outreach-agents.kayse',
		1,
		{ resource: 'lead', operation: 'intake', ...parameters },
		{
			...credential('kayseOutreachApi'),
			...settings,
		},
	);

const lead = (id: string, more: object = {}) => ({
	external_source: 'website',
	external_source_id: id,
	first_name: 'Ada',
	last_name: 'Reyes',
	case_number: id,
	status: 'new',
	type: 'civil',
	...more,
});

describe('Take In in a published workflow', () => {
	let client: N8nClient;

	beforeAll(async () => {
		client = await N8nClient.login(world.n8nUrl);
	});

	beforeEach(async () => void (await control('reset')));

	/** Publishes lines of nodes: within a line, each node follows the one before. */
	async function published(...lines: INode[][]): Promise<TriggeredWorkflow> {
		const links = lines.flatMap((line) =>
			line
				.slice(1)
				.map((next, place) => [line[place]?.name, { main: [[{ node: next.name, type: 'main' as const, index: 0 }]] }]),
		);
		const workflow = TriggeredWorkflow.of(
			client,
			await client.saveWorkflow({
				name: `Intake ${crypto.randomUUID()}`,
				nodes: lines.flat(),
				connections: Object.fromEntries(links),
				settings: { executionOrder: 'v1' },
			}),
		);
		await workflow.activate();
		return workflow;
	}

	const registered = async (): Promise<string> =>
		await eventually(
			'the registration',
			async () => (await control('kakiyoState')).webhooks.find(({ url }) => url.startsWith(world.n8nUrl))?.url,
			N8N_DEADLINE_MS,
		);

	/** Posts leads to a webhook of the workflow. @returns the execution, when it is over */
	async function taking(workflow: TriggeredWorkflow, path: string, leads: object[]) {
		const before = new Set((await workflow.executions()).map(({ id }) => id));
		const body = JSON.stringify({ leads });
		const response = await fetch(`${world.n8nUrl}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body,
		});
		expect(response.status).toBe(200);
		const { id } = await eventually(
			'the execution',
			async () => (await workflow.executions()).find((run) => !before.has(run.id)),
			N8N_DEADLINE_MS,
		);
		const { status, data } = await client.finished(id);
		return { id, status, error: data.resultData.error?.message };
	}

	/** What posts leads to the nodes after it. */
	const leadsFrom = (path: string) => [
		node('Webhook', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, options: {} }, { webhookId: path }),
		node('Split', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.leads', options: {} }),
	];

	const FROM_INPUT = { clientFields: automatic(), caseFields: automatic() };

	const taken = async () => (await control('kayseState')).clients.map(({ external_source_id }) => external_source_id);

	test('after a trigger of this package it says that it cannot remember there, and with a table it works', async () => {
		const source = { external_source: 'website', external_source_id: '={{ $json.chatId }}' };
		const fields = {
			clientFields: mapped({ ...source, first_name: 'Ada', last_name: 'Reyes' }),
			caseFields: mapped({ ...source, case_number: '={{ $json.chatId }}', status: 'new', type: 'civil' }),
		};
		const workflow = await published([
			trigger(),
			takeIn(fields, { name: 'Refused', onError: 'continueRegularOutput' }),
			node('Event', 'n8n-nodes-base.set', 3.4, {
				mode: 'raw',
				jsonOutput: '={{ $("Trigger").item.json }}',
				options: {},
			}),
			takeIn({ ...fields, remember: 'table' }, { name: 'With a table', onError: 'continueRegularOutput' }),
		]);
		const url = await registered();
		for (const [count, chatId] of ['chat-1', 'chat-2', 'chat-3'].entries()) {
			const [delivered] = await control('deliverKakiyoEvent', { event: EVENT, data: { chatId }, url });
			expect(delivered?.status).toBe(200);
			await eventually(
				'the intake',
				async () =>
					(await taken()).includes(chatId) &&
					(await workflow.executions()).filter(({ status }) => status === 'success').length > count,
				N8N_DEADLINE_MS,
			);
		}
		const [last] = await workflow.executions();
		const { data } = await client.finished(last?.id ?? '');
		expect(data.resultData.runData.Refused?.[0]?.data?.main?.[0]?.[0]?.json.error).toMatch(
			/this workflow has a trigger of this package/,
		);
		await unpublish(client, workflow.id);
	});

	test('after a wait beside a trigger, without static data, it does not overwrite the secret of the trigger', async () => {
		const path = crypto.randomUUID();
		// Shorter waits are not stored.
		const wait = node('Wait', 'n8n-nodes-base.wait', 1.1, { resume: 'timeInterval', amount: 67, unit: 'seconds' });
		const workflow = await published(
			[trigger(), node('Received', 'n8n-nodes-base.noOp', 1, {})],
			[...leadsFrom(path), wait, takeIn(FROM_INPUT)],
		);
		const url = await registered();
		expect(await taking(workflow, path, [lead('waited')])).toMatchObject({
			status: 'error',
			error: expect.stringContaining(NOT_LOADED),
		});
		expect(await taken()).not.toContain('waited');
		const [delivered] = await control('deliverKakiyoEvent', { event: EVENT, data: {}, url });
		expect(delivered?.status).toBe(200);
		await unpublish(client, workflow.id);
	});

	test('n8n’s Retry: with the original workflow it sends nothing and forgets nothing, with the current one it goes on', async () => {
		const path = crypto.randomUUID();
		const workflow = await published([...leadsFrom(path), takeIn(FROM_INPUT)]);
		expect(await taking(workflow, path, [lead('kept')])).toMatchObject({ status: 'success' });
		await control('fail', { method: 'POST', path: '/cases', kind: 'status', status: 400 });
		const failed = await taking(workflow, path, [lead('later')]);
		expect(failed.status).toBe('error');
		/** @returns the execution that n8n has started and brought to its end */
		const retried = async (loadWorkflow: boolean) => {
			await rest(client, 'POST', `/executions/${failed.id}/retry`, { loadWorkflow });
			const [last] = await workflow.executions('retry');
			return await client.finished(last?.id ?? '');
		};
		expect((await retried(false)).data.resultData.error?.message).toContain(NOT_LOADED);
		expect((await retried(true)).status).toBe('success');
		expect(await taking(workflow, path, [lead('kept'), lead('later')])).toMatchObject({ status: 'success' });
		expect((await taken()).filter((id) => ['kept', 'later'].includes(String(id))).sort()).toEqual(['kept', 'later']);
		await unpublish(client, workflow.id);
	});
});
