import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { INode } from 'n8n-workflow';

import { N8nClient } from '../../demo/client';
import { mapped } from '../engine/resourceMapper';
import { control } from './control';
import { publish, unpublish } from './createAndWaitHarness';
import { eventually } from './triggerHarness';
import { world } from './world';

const EVENT = 'linkedin.message.received';

describe('a Kakiyo Trigger and the lead intake in one published workflow', () => {
	let client: N8nClient;
	let workflowId: string;

	beforeAll(async () => {
		await control('reset');
		client = await N8nClient.login(world.n8nUrl);
		const { kakiyoOutreachApi, kayseOutreachApi } = world.credentials;
		if (!kakiyoOutreachApi || !kayseOutreachApi) throw new Error('A credential is missing');
		const source = { external_source: 'website', external_source_id: '={{ $json.data.chatId }}' };
		const node = (name: string, rest: Pick<INode, 'type' | 'parameters' | 'credentials'>): INode => ({
			id: crypto.randomUUID(),
			webhookId: crypto.randomUUID(),
			name,
			typeVersion: 1,
			position: [0, 0],
			...rest,
		});
		workflowId = await client.saveWorkflow({
			name: 'Trigger into intake',
			nodes: [
				node('Trigger', {
					type: 'n8n-nodes-outreach-agents.kakiyoTrigger',
					parameters: { events: [EVENT] },
					credentials: { kakiyoOutreachApi },
				}),
				node('Intake', {
					type: 'n8n-nodes-outreach-agents.kayse',
					parameters: {
						resource: 'lead',
						operation: 'intake',
						clientFields: mapped({ ...source, first_name: 'Ada', last_name: 'Reyes' }),
						caseFields: mapped({ ...source, case_number: '={{ $json.data.chatId }}', status: 'new', type: 'civil' }),
					},
					credentials: { kayseOutreachApi },
				}),
			],
			connections: { Trigger: { main: [[{ node: 'Intake', type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		});
		await publish(client, workflowId);
	});

	afterAll(async () => await unpublish(client, workflowId));

	test('both keep what they need from one event to the next', async () => {
		const registered = async () => (await control('state')).webhooks.find(({ url }) => url.startsWith(world.n8nUrl));
		await eventually('the registration', registered);
		const updates = async () => (await control('log')).filter(({ method, path }) => method === 'PUT' && path.startsWith('/cases/'));
		for (const [count, note] of ['first', 'second', 'third'].entries()) {
			const [delivered] = await control('deliver', { event: EVENT, data: { chatId: 'chat-1', note }, url: (await registered())?.url ?? '' });
			expect(delivered?.status).toBe(200);
			await eventually('the intake', async () => (await updates()).length === count && (await control('kayseState')).cases.some(({ case_number }) => case_number === 'chat-1'));
		}
		const { clients } = await control('kayseState');
		expect(clients.filter(({ external_source_id }) => external_source_id === 'chat-1')).toHaveLength(1);
	});
});
