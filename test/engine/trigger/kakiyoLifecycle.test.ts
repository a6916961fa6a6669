import { describe, expect, it } from '@jest/globals';

import { useKakiyoStage } from './kakiyoStage';
import { describePublishing } from './publishing';
import { describeWebhookLifecycle } from './webhookLifecycle';
import { onlyWebhook, WEBHOOK_URL, type WebhookVendor } from './webhookVendor';

const stage = useKakiyoStage();

const kakiyo: WebhookVendor = {
	stage,
	vendor: 'Kakiyo',
	events: ['linkedin.message.received', 'linkedin.message.sent', 'prospect.unqualified'],
	listOf: (data) => ({ data }),
	rows: () => stage.registered,
	registered: () => stage.registered.map(({ active, ...webhook }) => ({ ...webhook, isActive: active })),
	add: async (webhook) => await stage.atVendor('POST', '/webhooks', { ...webhook, events: ['*'] }),
	change: async (id, { isActive, ...change }) =>
		await stage.atVendor('PUT', `/webhooks/${id}`, {
			...change,
			...(isActive !== undefined && { active: isActive }),
		}),
	remove: async (id) => await stage.atVendor('DELETE', `/webhooks/${id}`),
	removalPath: '/webhooks/*',
};

describePublishing({
	stage,
	vendor: 'Kakiyo',
	publicBaseUrl: 'https://api.kakiyo.com/v1',
	withoutEvent: [{ events: [] }, { events: [], options: { otherEvents: ' , ' } }],
	unreadable: [
		[{ options: { maxAge: '10 min' } }, /^"Max Age \(Seconds\)" .*"10 min"/],
		[{ options: { maxAge: -5 } }, /^"Max Age \(Seconds\)" .*\(got "?-5"?\)/],
		[{ filters: { campaigns: '' } }, /^"Campaigns" is empty, so every event would pass/],
		[{ filters: { agents: 'a1, undefined' } }, /^"Agents" has the entry "undefined"/],
	],
	unusable: [[{ apiKey: '0'.repeat(40) }, /^Kakiyo did not accept this API key\. .*Create a key/]],
});

describeWebhookLifecycle(kakiyo);

describe('the secret of a webhook, which n8n chooses and Kakiyo keeps', () => {
	it('is 32 random bytes, and the node stores nothing else besides the ID', async () => {
		await stage.activate();
		const { id, secret } = onlyWebhook(kakiyo);
		expect(secret).toMatch(/^[0-9a-f]{64}$/);
		expect(stage.data).toEqual({ webhookId: id, secret });
	});

	it.each([
		['is unpublished and published again', async () => await stage.hook('delete')],
		['loses its webhook at Kakiyo', async () => await kakiyo.remove(String(stage.data.webhookId))],
	])('stays when the workflow %s', async (_, happens) => {
		await stage.activate();
		const { secret } = stage.data;
		await happens();
		await stage.activate();
		expect(onlyWebhook(kakiyo).secret).toBe(secret);
	});

	it('is created again if it was lost, with 32 random bytes', async () => {
		await stage.activate();
		stage.data = { webhookId: stage.data.webhookId };
		await stage.activate();
		expect(stage.data.secret).toMatch(/^[0-9a-f]{64}$/);
	});
});

describe('a list of webhooks that comes in pages', () => {
	it('is read to its end', async () => {
		await stage.activate();
		const before = onlyWebhook(kakiyo);
		const others = Array.from({ length: 20 }, (_, index) => ({
			id: `other-${index}`,
			url: `${WEBHOOK_URL}/${index}`,
			events: ['*'],
		}));
		for (const body of [{ data: others, has_more: true, next_cursor: 'other-19' }, { data: stage.registered }])
			stage.control.fail({ method: 'GET', path: '/webhooks', kind: 'status', status: 200, times: 1, body });
		await stage.activate();
		expect(onlyWebhook(kakiyo)).toEqual(before);
		expect(stage.requests().filter((request) => request !== 'GET /webhooks')).toEqual(['POST /webhooks']);
	});
});
