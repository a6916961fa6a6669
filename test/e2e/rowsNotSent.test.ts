import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { N8nClient } from '../../demo/client';
import { linkCredentials, type WorkflowFile } from '../../demo/workflows';
import { control } from './control';
import type { DataTable } from './dataTable';
import { Example } from './example';
import { rest } from './rest';
import { N8N_DEADLINE_MS, TriggeredWorkflow } from './triggerHarness';
import { step } from './workflowStep';
import { world } from './world';
import { eventually } from '../support/eventually';

const Sent = z.object({ chat: z.string() });
const ApiKey = z.object({ rawApiKey: z.string() });

describe('the example workflow "Rows not sent"', () => {
	let client: N8nClient;
	let example: Example;
	let list: DataTable;
	/** Runs of the example before the test. */
	let earlier: number;

	beforeAll(async () => {
		client = await N8nClient.login(world.n8nUrl);
		const scopes = ['execution:read'];
		const made = await rest(client, 'POST', '/api-keys', { label: `test ${Date.now()}`, scopes, expiresAt: null });
		const data = { apiKey: ApiKey.parse(made).rawApiKey, baseUrl: `${world.n8nUrl}/api/v1` };
		const credential = { type: 'n8nApi', name: 'This n8n', data };
		const n8nApi = { id: await client.saveCredential(credential), name: credential.name };
		example = await Example.import(client, 'rows-not-sent', { n8nApi });
		list = await example.table('Rows Not Sent');
		await example.published().activate();
	});

	afterAll(async () => await example.published().deactivate());

	beforeEach(async () => {
		await control('reset');
		await list.fill([]);
		earlier = (await example.published().executions('error')).length;
	});

	/** Published: people who are paused one by one, as a webhook brings them. */
	async function publishPausing(): Promise<{ workflow: TriggeredWorkflow; bring: (items: object[]) => Promise<void> }> {
		const path = crypto.randomUUID();
		const nodes = [
			step('Webhook', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, options: {} }, { webhookId: path }),
			step('Rows', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }),
			step(
				'Pause',
				'n8n-nodes-outreach-agents.kakiyo',
				1,
				{
					resource: 'prospect',
					operation: 'pause',
					chatId: { __rl: true, mode: 'id', value: '={{ $json.chat }}' },
					campaignId: { __rl: true, mode: 'list', value: '' },
				},
				{ credentials: { kakiyoOutreachApi: { id: null, name: 'Kakiyo account' } } },
			),
		];
		const file: WorkflowFile = {
			name: `Pausing ${path}`,
			nodes,
			connections: {
				Webhook: { main: [[{ node: 'Rows', type: 'main', index: 0 }]] },
				Rows: { main: [[{ node: 'Pause', type: 'main', index: 0 }]] },
			},
			settings: { executionOrder: 'v1', errorWorkflow: example.id },
		};
		const workflow = TriggeredWorkflow.of(client, await client.saveWorkflow(linkCredentials(file, world.credentials)));
		await workflow.activate();
		const bring = async (items: object[]) => {
			const send = async () =>
				await fetch(`${world.n8nUrl}/webhook/${path}`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ items }),
				});
			// n8n listens a moment after it has answered; until then nothing starts.
			await eventually('the webhook', async () => (await send()).ok, N8N_DEADLINE_MS);
		};
		return { workflow, bring };
	}

	/** The rows when the example has run so many times in this test. */
	async function listedAfter(runs: number) {
		await eventually(
			`${runs} runs of the example`,
			async () => {
				const executions = await example.published().executions('error');
				const ended = executions.filter(({ status }) => status === 'success');
				return ended.length >= earlier + runs;
			},
			N8N_DEADLINE_MS,
		);
		return await list.rows();
	}

	const chatsIn = (rows: Array<Record<string, unknown>>): string[] =>
		rows.map(({ row }) => Sent.parse(JSON.parse(String(row))).chat);

	test('lists the rows that a stopped workflow did not send, and after a Retry those that are still missing', async () => {
		const chats = (await control('kakiyoState')).prospects
			.filter(({ paused }) => !paused)
			.slice(0, 4)
			.map(({ chatId }) => chatId);
		const refuse = async (chatId: string | undefined) =>
			await control('fail', {
				vendor: 'kakiyo',
				method: 'POST',
				path: `/prospects/${chatId}/pause`,
				kind: 'status',
				status: 400,
				body: { error: 'validation_error', message: 'Not now' },
			});
		await refuse(chats[1]);
		await refuse(chats[3]);
		const { workflow, bring } = await publishPausing();
		await bring(chats.map((chat, row) => ({ chat, company: `Company ${row}` })));

		const paused = async () =>
			(await control('kakiyoState')).prospects.flatMap(({ chatId, paused: is }) =>
				is && chats.includes(chatId) ? [chatId] : [],
			);
		const rows = await listedAfter(1);
		const [execution] = await workflow.executions();
		// Of the rows between two refused ones, some may be sent before the node has stopped.
		expect(chatsIn(rows)).toEqual(expect.arrayContaining([chats[1], chats[3]]));
		expect([...chatsIn(rows), ...(await paused())].sort()).toEqual([...chats].sort());
		expect(rows[0]).toMatchObject({
			workflow: expect.stringMatching(/^Pausing/),
			node: 'Pause',
			item: 1,
			state: 'Not done',
			problem: expect.stringContaining('Not now'),
			execution: execution?.id,
			address: expect.stringContaining(`/executions/${execution?.id}`),
		});

		await refuse(chats[3]);
		await rest(client, 'POST', `/executions/${execution?.id}/retry`, { loadWorkflow: true });
		const after = await listedAfter(2);
		expect(chatsIn(after)).toEqual([chats[3]]);
		expect(after).toMatchObject([{ row: JSON.stringify({ chat: chats[3], company: 'Company 3' }), item: 3 }]);
		expect((await paused()).sort()).toEqual(chats.slice(0, 3).sort());
		await workflow.deactivate();
	});
});
