import { beforeEach, describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { useKaiCallsStage } from './kaiCallsStage';
import { describePublishing } from './publishing';
import { describeWebhookLifecycle } from './webhookLifecycle';
import { onlyWebhook, WEBHOOK_URL, type WebhookVendor } from './webhookVendor';

const stage = useKaiCallsStage({ mode: 'account', events: ['call.completed'] });

let business = '';
let otherBusiness = '';

beforeEach(() => {
	const [first, second] = stage.control.kaiCallsState().workspaces;
	business = first?.id ?? '';
	otherBusiness = second?.id ?? '';
	stage.parameters = { ...stage.parameters, workspaceId: byId(business) };
});

const kaiCalls: WebhookVendor = {
	stage,
	vendor: 'KaiCalls',
	events: ['call.completed', 'call.failed', 'lead.captured'],
	listOf: (webhooks) => ({ webhooks }),
	rows: () => stage.registered,
	registered: () =>
		stage.registered.map(({ description, is_active, ...webhook }) => ({
			...webhook,
			name: description ?? '',
			isActive: is_active,
		})),
	add: async ({ name, url }) =>
		await stage.atVendor('POST', '/webhooks', { webhook_url: url, business_id: business, description: name }),
	change: async (id, { url = WEBHOOK_URL, events, isActive }) =>
		await stage.atVendor('POST', '/webhooks', {
			id,
			business_id: business,
			webhook_url: url,
			events,
			is_active: isActive,
		}),
	remove: async (id) => await stage.atVendor('DELETE', `/webhooks?id=${id}`),
	removalPath: '/webhooks',
};

describePublishing({
	stage,
	vendor: 'KaiCalls',
	publicBaseUrl: 'https://kaicalls.com/api/v1',
	withoutEvent: [
		{ events: [] },
		{ events: [], options: { otherEvents: 'webhook.test' } },
		{ mode: 'perCall', callEvents: [] },
		{ mode: 'perCall', callEvents: ['lead.captured'] },
	],
	unreadable: [
		[{ workspaceId: 'undefined' }, /^"Workspace" must be an ID \(got "undefined"\)/],
		[{ agents: '' }, /^"Agents" is empty, so every event would pass/],
	],
	unusable: [[{ apiKey: 'kc_live_wrong' }, /^KaiCalls did not accept the API key\. .*Create a key/]],
});

describeWebhookLifecycle(kaiCalls);

const only = () => onlyWebhook(kaiCalls);

describe('activation with an account webhook', () => {
	it('registers in the chosen workspace, and keeps the secret that KaiCalls returns', async () => {
		await stage.activate();
		expect(stage.registered).toMatchObject([{ business_id: business, description: 'n8n: Replies to CRM' }]);
		expect(stage.data).toEqual({ webhookId: only().id, secret: only().secret, businessId: business });
	});

	it('needs no workspace when the key reaches one business only', async () => {
		const { apiKey } = stage.control.addKey({ scopes: ['*'], businessId: otherBusiness });
		stage.credential = { apiKey };
		stage.parameters = { mode: 'account', events: ['call.completed'] };
		await stage.activate();
		expect(stage.registered).toMatchObject([{ business_id: otherBusiness, secret: stage.data.secret }]);
		await stage.hook('delete');
		expect(stage.registered).toEqual([]);
	});

	it('does not subscribe to the test event, which comes anyway', async () => {
		stage.parameters = {
			...stage.parameters,
			options: { otherEvents: 'webhook.test, lead.captured' },
		};
		await stage.activate();
		expect(only().events).toEqual(['call.completed', 'lead.captured']);
	});

	it('asks for a workspace when the key reaches several', async () => {
		stage.parameters = { mode: 'account', events: ['call.completed'] };
		await expect(stage.activate()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: 'The API key has several businesses. Choose one under "Workspace".',
		});
	});

	it('does not go live without a secret', async () => {
		stage.control.fail({
			vendor: 'kaicalls',
			method: 'POST',
			path: '/webhooks',
			kind: 'status',
			status: 200,
			body: { webhook: { id: 'w' } },
		});
		await expect(stage.activate()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(/secret.*[Pp]ublish the workflow again/),
		});
	});

	it('does not use the secret of an earlier webhook after a lost answer', async () => {
		stage.data = { secret: 'whsec_of_an_earlier_webhook' };
		stage.control.fail({ vendor: 'kaicalls', method: 'POST', path: '/webhooks', kind: 'resetAfterHandler', times: 1 });
		await expect(stage.activate()).rejects.toMatchObject({ message: expect.stringContaining('unknown') });
		await stage.activate();
		expect(only().secret).toBe(stage.data.secret);
	});

	it('rotates a secret that was lost', async () => {
		await stage.activate();
		stage.data = { ...stage.data, secret: undefined };
		await stage.activate();
		expect(
			stage
				.requests()
				.filter((request) => !request.startsWith('GET'))
				.at(-1),
		).toBe('POST /webhooks/rotate-secret');
	});

	it('gets a new secret when the webhook was deleted at KaiCalls', async () => {
		await stage.activate();
		const { secret } = stage.data;
		await kaiCalls.remove(only().id);
		await stage.activate();
		expect(only().secret).toBe(stage.data.secret);
		expect(stage.data.secret).not.toBe(secret);
	});
});

describe('deactivation with an account webhook', () => {
	it.each([
		['the workspace', () => ({ workspaceId: byId(otherBusiness) })],
		['the mode', () => ({ mode: 'perCall' })],
	])('removes it also when %s has been changed since', async (_, change) => {
		await stage.activate();
		stage.parameters = { ...stage.parameters, ...change() };
		await stage.hook('delete');
		expect(stage.registered).toEqual([]);
	});
});

describe('calls with the address in their request', () => {
	it('need no request to KaiCalls', async () => {
		stage.parameters = { mode: 'perCall', callEvents: ['call.completed'] };
		expect(await stage.hook('checkExists')).toBe(true);
		expect(await stage.hook('delete')).toBe(true);
		expect(stage.requests()).toEqual([]);
	});

	it.each<[string, () => void, RegExp]>([
		[
			'an address that KaiCalls reaches',
			() => (stage.credential = { baseUrl: 'https://kaicalls.com/api/v1' }),
			/^KaiCalls cannot reach this n8n.*WEBHOOK_URL/,
		],
		[
			'a key to read the calls back with',
			() => (stage.credential = { apiKey: '' }),
			/^"API Key" in the credential is empty/,
		],
	])('need %s, and publishing the workflow says so', async (_, spoil, message) => {
		stage.parameters = { mode: 'perCall', callEvents: ['call.completed'] };
		spoil();
		await expect(stage.activate()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(message),
		});
		expect(await stage.hook('delete')).toBe(true);
	});
});
