import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { NO_SCOPE, useOperations } from './operations';

const { bench, run, rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('webhook');

// No server listens there; a delivery that fails is KaiCalls' business.
const url = 'http://127.0.0.1:9/hook';
const business = () => bench.state.workspaces[0]?.id ?? '';
const workspaceId = () => byId(business());

async function created(): Promise<string> {
	const [webhook] = await rows('create', { url, additionalFields: { workspaceId: workspaceId() } });
	return String(webhook?.id);
}

describe('webhook', () => {
	it('creates a webhook for chosen and entered events, and shows its secret', async () => {
		const [webhook] = await rows('create', {
			url,
			events: ['call.completed'],
			additionalFields: {
				otherEvents: 'call.failed, call.completed',
				description: 'To CRM',
				isActive: true,
				workspaceId: workspaceId(),
			},
		});
		expect(sent()).toEqual([
			{
				to: 'POST /webhooks',
				body: {
					webhook_url: url,
					events: ['call.completed', 'call.failed'],
					description: 'To CRM',
					is_active: true,
					business_id: business(),
				},
			},
		]);
		const [stored] = bench.state.webhooks;
		expect(webhook).toMatchObject({ id: stored?.id, url, webhook_secret: stored?.secret });
	});

	it('leaves the events to KaiCalls when none are chosen', async () => {
		await created();
		expect(sent()).toEqual([{ to: 'POST /webhooks', body: { webhook_url: url, business_id: business() } }]);
	});

	it('lists webhooks without their secrets', async () => {
		const id = await created();
		const [webhook] = await rows('getAll', { workspaceId: workspaceId() });
		expect(webhook).toMatchObject({ id, url });
		expect(JSON.stringify(webhook)).not.toContain(bench.state.webhooks[0]?.secret);
		expect(sent()[1]).toEqual({ to: 'GET /webhooks', query: { business_id: business() } });
	});

	it('sends a test event', async () => {
		const id = await created();
		await rows('sendTest', {
			webhookId: byId(id),
			additionalFields: { data: '{"note": "hello"}', workspaceId: workspaceId() },
		});
		expect(sent()[1]).toEqual({
			to: 'POST /webhooks/test',
			body: { id, data: { note: 'hello' }, business_id: business() },
		});
		expect(bench.state.events.at(-1)).toMatchObject({
			event_type: 'webhook.test',
			payload: { data: { note: 'hello' } },
		});
	});

	it('rotates the secret', async () => {
		const id = await created();
		const before = bench.state.webhooks[0]?.secret;
		const [webhook] = await rows('rotateSecret', { webhookIdToRotate: byId(id) });
		const after = bench.state.webhooks[0]?.secret;
		expect(after).not.toBe(before);
		expect(webhook).toMatchObject({ id, webhook_secret: after });
		expect(sent()[1]).toEqual({ to: 'POST /webhooks/rotate-secret', body: { id } });
	});

	it('rotates no secret of the webhook that was chosen for another operation', async () => {
		const id = await created();
		await expect(rows('rotateSecret', { webhookId: byId(id) })).rejects.toThrow('Parameter "Webhook" is required.');
		expect(sent()).toHaveLength(1);
	});

	it('deletes a webhook', async () => {
		const id = await created();
		expect(await rows('delete', { webhookIdToDelete: byId(id), workspaceId: workspaceId() })).toEqual([
			{ deleted: true, success: true, webhook_id: id },
		]);
		expect(sent()[1]).toEqual({ to: 'DELETE /webhooks', query: { id, business_id: business() } });
		expect(bench.state.webhooks).toEqual([]);
	});

	it('names an unknown webhook', async () => {
		const { error } = await run('sendTest', { webhookId: byId('hook_x') });
		expect(error?.message).toBe('KaiCalls has no Webhook ID "hook_x"');
	});

	it.each([
		['getAll', 'webhooks:read'],
		['create', 'webhooks:write'],
		['delete', 'webhooks:write'],
		['sendTest', 'webhooks:write'],
		['rotateSecret', 'webhooks:write'],
	])('%s says which scope it needs', async (operation, scope) => {
		const { message, description } = await refusedWithout(operation, {
			url,
			webhookId: byId('x'),
			webhookIdToDelete: byId('x'),
			webhookIdToRotate: byId('x'),
		});
		expect(message).toBe(NO_SCOPE);
		expect(description).toContain(`This operation needs the scope ${scope}.`);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
