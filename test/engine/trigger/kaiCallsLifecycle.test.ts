import { beforeEach, describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { useKaiCallsStage } from './kaiCallsStage';

const stage = useKaiCallsStage({ mode: 'account', events: ['call.completed', 'call.failed'] });

const URL = 'http://127.0.0.1:9/webhook/b6a1d0c2/webhook';

const only = () => {
	const [webhook, ...others] = stage.registered;
	expect(others).toEqual([]);
	return webhook;
};

const writes = () => stage.requests().filter((request) => !request.startsWith('GET'));

let business = '';
let otherBusiness = '';

beforeEach(() => {
	const [first, second] = stage.control.kaiCallsState().workspaces;
	business = first?.id ?? '';
	otherBusiness = second?.id ?? '';
	stage.parameters = { ...stage.parameters, workspaceId: byId(business) };
});

describe('activation with an account webhook', () => {
	it('registers once and keeps the secret that KaiCalls hands out', async () => {
		await stage.activate();

		expect(only()).toMatchObject({
			business_id: business,
			url: URL,
			events: ['call.completed', 'call.failed'],
			description: 'n8n: Replies to CRM',
			is_active: true,
		});
		expect(stage.data).toEqual({ webhookId: only()?.id, secret: only()?.secret, businessId: business });
		expect(stage.requests()).toEqual(['GET /webhooks', 'POST /webhooks']);
	});

	it('finds it in order the next time', async () => {
		await stage.activate();
		const before = only();
		await stage.activate();
		expect(only()).toEqual(before);
		expect(writes()).toEqual(['POST /webhooks']);
	});

	it.each([
		['is not understood', { hello: 'world' }],
		['is an error with status 200', { error: { code: 'internal_error', message: 'Something went wrong' } }],
		['is empty beside success: false', { success: false, message: 'Something went wrong', webhooks: [] }],
		['is empty beside errors', { errors: [{ message: 'Something went wrong' }], webhooks: [] }],
		['is empty beside error: true', { error: true, webhooks: [] }],
		['is empty although one is counted', { webhooks: [], total: 1 }],
		['has a row that is not understood', { webhooks: [{ id: 'a' }] }],
		['has more rows and no way to them', { webhooks: [], has_more: true }],
	])('registers nothing twice when the list %s', async (_, body) => {
		await stage.activate();
		stage.control.fail({ method: 'GET', path: '/webhooks', kind: 'status', status: 200, body });
		await expect(stage.activate()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(/^KaiCalls /),
		});
		expect(writes()).toEqual(['POST /webhooks']);
	});

	it.each([
		['bare', (rows: unknown) => rows],
		['in data', (data: unknown) => ({ data })],
	])('finds it in a list that comes %s', async (_, wrap) => {
		await stage.activate();
		stage.control.fail({ method: 'GET', path: '/webhooks', kind: 'status', status: 200, body: wrap([only()]) });
		await stage.activate();
		expect(writes()).toEqual(['POST /webhooks']);
	});

	it('needs no workspace when the key reaches one business only', async () => {
		const { apiKey } = stage.control.addKey({ scopes: ['*'], businessId: otherBusiness });
		stage.credential = { apiKey };
		stage.parameters = { mode: 'account', events: ['call.completed'] };
		await stage.activate();
		expect(only()).toMatchObject({ business_id: otherBusiness, secret: stage.data.secret });
		await stage.hook('delete');
		expect(stage.registered).toEqual([]);
	});

	it('does not subscribe to the test event, which comes anyway', async () => {
		stage.parameters = {
			...stage.parameters,
			events: ['call.completed'],
			options: { otherEvents: 'webhook.test, lead.captured' },
		};
		await stage.activate();
		expect(only()?.events).toEqual(['call.completed', 'lead.captured']);
	});

	it.each([
		[{ workspaceId: 'undefined' }, /^"Workspace" is "undefined"/],
		[{ agents: '' }, /^"Agents" is empty, so that it would let everything through/],
	])('asks for fields that narrow and cannot be read: %j', async (change, message) => {
		stage.parameters = { ...stage.parameters, ...change };
		await expect(stage.activate()).rejects.toMatchObject({ message: expect.stringMatching(message) });
		expect(stage.requests()).toEqual([]);
	});

	it.each([
		{ events: [] },
		{ events: [], options: { otherEvents: 'webhook.test' } },
		{ mode: 'perCall', events: ['lead.captured'] },
	])('asks for an event: %j', async (change) => {
		stage.parameters = { ...stage.parameters, ...change };
		await expect(stage.activate()).rejects.toMatchObject({
			message: expect.stringMatching(/^No event is chosen\. Choose at least one/),
		});
		expect(stage.requests()).toEqual([]);
	});

	it('asks for a workspace when the key reaches several', async () => {
		stage.parameters = { mode: 'account', events: ['call.completed'] };
		await expect(stage.activate()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: 'The API key has several businesses. Choose one under "Workspace".',
		});
	});

	it('passes on what the vendor finds wrong, with the remedy', async () => {
		stage.credential = { apiKey: 'kc_live_wrong' };
		await expect(stage.activate()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(/^KaiCalls did not accept the API key\. .*Create a key/),
		});
	});

	it('says that the vendor cannot reach an n8n on this machine', async () => {
		stage.credential = { baseUrl: 'https://kaicalls.com/api/v1' };
		await expect(stage.activate()).rejects.toMatchObject({
			message: expect.stringMatching(/^KaiCalls cannot reach this n8n.*WEBHOOK_URL/),
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

	it('after an answer that got lost leaves no second webhook, and gets a secret it knows', async () => {
		stage.data = { secret: 'whsec_of_an_earlier_webhook' };
		stage.control.fail({ vendor: 'kaicalls', method: 'POST', path: '/webhooks', kind: 'resetAfterHandler', times: 1 });
		await expect(stage.activate()).rejects.toMatchObject({ message: expect.stringContaining('unknown') });
		const orphan = only();

		await stage.activate();
		expect(only()).toMatchObject({ id: orphan?.id, secret: stage.data.secret });
		expect(only()?.secret).not.toBe(orphan?.secret);
	});
});

describe('drift is repaired on the next activation, without a second registration', () => {
	const expectRepaired = async () => {
		await stage.activate();
		expect(only()).toMatchObject({
			id: stage.data.webhookId,
			url: URL,
			events: ['call.completed', 'call.failed'],
			is_active: true,
			secret: stage.data.secret,
		});
	};

	it.each([
		['another address', { webhook_url: 'http://127.0.0.1:9/elsewhere' }],
		['other events', { webhook_url: URL, events: ['call.ended'] }],
		['switched off', { webhook_url: URL, is_active: false }],
	])('%s', async (_, change) => {
		await stage.activate();
		const { secret, webhookId } = stage.data;
		await stage.atVendor('POST', '/webhooks', { id: webhookId, business_id: business, ...change });
		await expectRepaired();
		expect(stage.data.secret).toBe(secret);
	});

	it('secret lost: it is rotated', async () => {
		await stage.activate();
		const { secret, ...rest } = stage.data;
		stage.data = rest;
		await expectRepaired();
		expect(stage.data.secret).not.toBe(secret);
		expect(writes().at(-1)).toBe('POST /webhooks/rotate-secret');
	});

	it('all static data lost, as after the node is renamed', async () => {
		await stage.activate();
		stage.data = {};
		await expectRepaired();
	});

	it('deleted at the vendor: a new one, with a new secret', async () => {
		await stage.activate();
		await stage.atVendor('DELETE', `/webhooks?id=${String(stage.data.webhookId)}`);
		await expectRepaired();
	});

	it('two webhooks for the same address', async () => {
		await stage.activate();
		await stage.atVendor('POST', '/webhooks', { webhook_url: URL, business_id: business, description: 'left over' });
		await stage.atVendor('POST', '/webhooks', {
			webhook_url: `${URL}/other`,
			business_id: business,
			description: 'another workflow',
		});
		await stage.activate();
		expect(stage.registered.map(({ description }) => description)).toEqual(['n8n: Replies to CRM', 'another workflow']);
	});
});

describe('deactivation with an account webhook', () => {
	it('removes the webhook, and takes it well that it is gone', async () => {
		await stage.activate();
		await stage.hook('delete');
		expect(stage.registered).toEqual([]);
		expect(stage.data).not.toHaveProperty('webhookId');
		await expect(stage.hook('delete')).resolves.toBe(true);
	});

	it('finds it by its address when its id is lost, and leaves others alone', async () => {
		await stage.activate();
		await stage.atVendor('POST', '/webhooks', {
			webhook_url: `${URL}/other`,
			business_id: business,
			description: 'another workflow',
		});
		stage.data = {};
		await stage.hook('delete');
		expect(only()?.description).toBe('another workflow');
	});

	it.each([
		['the workspace', () => ({ workspaceId: byId(otherBusiness) })],
		['the mode', () => ({ mode: 'perCall' })],
	])('removes it also when %s has been changed since', async (_, change) => {
		await stage.activate();
		stage.parameters = { ...stage.parameters, ...change() };
		await stage.hook('delete');
		expect(stage.registered).toEqual([]);
	});

	it('fails loudly when the vendor is down', async () => {
		await stage.activate();
		stage.control.fail({
			vendor: 'kaicalls',
			method: 'DELETE',
			path: '/webhooks',
			kind: 'status',
			status: 503,
			times: 9,
		});
		await expect(stage.hook('delete')).rejects.toMatchObject({ name: 'NodeOperationError' });
		expect(stage.data.webhookId).toBe(only()?.id);
	});
});

describe('calls that bring the address with them', () => {
	it('need no request to KaiCalls', async () => {
		stage.parameters = { mode: 'perCall', events: ['call.completed'] };
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
	])('need %s, which is told when the workflow is published', async (_, spoil, message) => {
		stage.parameters = { mode: 'perCall', events: ['call.completed'] };
		spoil();
		await expect(stage.activate()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(message),
		});
		expect(await stage.hook('delete')).toBe(true);
	});

	it('need an event to report', async () => {
		stage.parameters = { mode: 'perCall', events: [] };
		await expect(stage.activate()).rejects.toMatchObject({ message: expect.stringContaining('No event is chosen') });
	});
});
