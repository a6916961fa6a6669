import { describe, expect, it } from '@jest/globals';

import { useTriggerStage } from './stage';

const stage = useTriggerStage();

const URL = 'http://127.0.0.1:9/webhook/b6a1d0c2/webhook';
const SECRET = /^[0-9a-f]{64}$/;

const only = () => {
	const [webhook, ...others] = stage.registered;
	expect(others).toEqual([]);
	return webhook;
};

/** Changes what the vendor has, behind the trigger's back. */
async function atVendor(method: string, path: string, body?: object): Promise<void> {
	const { origin, apiKey } = stage.vendor;
	const response = await fetch(`${origin}${path}`, {
		method,
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
		...(body && { body: JSON.stringify(body) }),
	});
	expect(response.ok).toBe(true);
}

describe('activation', () => {
	it('registers once, with a secret of 32 random bytes', async () => {
		await stage.activate();

		expect(only()).toMatchObject({
			name: 'n8n: Replies to CRM',
			url: URL,
			events: ['linkedin.message.received'],
			active: true,
			secret: expect.stringMatching(SECRET),
		});
		expect(stage.data).toEqual({ webhookId: only()?.id, secret: only()?.secret });
		expect(stage.requests()).toEqual(['GET /webhooks', 'POST /webhooks']);
	});

	it('finds it in order the next time', async () => {
		await stage.activate();
		const before = only();
		await stage.activate();

		expect(only()).toEqual(before);
		expect(stage.requests().slice(2)).toEqual(['GET /webhooks']);
	});

	it('registers chosen and entered events together', async () => {
		stage.parameters = {
			events: ['linkedin.message.sent'],
			options: { otherEvents: 'prospect.unqualified , linkedin.message.sent' },
		};
		await stage.activate();
		expect(only()?.events).toEqual(['linkedin.message.sent', 'prospect.unqualified']);
	});

	it.each([
		[{ options: { maxAge: '10 min' } }, /^"Max Age \(Seconds\)" is "10 min"/],
		[{ options: { maxAge: -5 } }, /^"Max Age \(Seconds\)" is "-5"/],
		[{ filters: { campaigns: '' } }, /^"Campaigns" is empty, so that it would let everything through/],
		[{ filters: { agents: 'a1, undefined' } }, /^"Agents" has the entry "undefined"/],
	])('asks for fields that protect or narrow and cannot be read: %j', async (parameters, message) => {
		stage.parameters = { events: ['*'], ...parameters };
		await expect(stage.activate()).rejects.toMatchObject({ message: expect.stringMatching(message) });
		expect(stage.requests()).toEqual([]);
	});

	it.each([{ events: [] }, { events: [], options: { otherEvents: ' , ' } }])(
		'asks for an event: %j',
		async (parameters) => {
			stage.parameters = parameters;
			await expect(stage.activate()).rejects.toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringMatching(/^No event is chosen\. Choose at least one/),
			});
			expect(stage.requests()).toEqual([]);
		},
	);

	it('passes on what the vendor finds wrong, with the remedy', async () => {
		stage.credential = { apiKey: '0'.repeat(40) };
		await expect(stage.activate()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(/^Kakiyo did not accept this API key\. .*Create a key/),
		});
	});

	it('waits for a rate limit to reset', async () => {
		stage.control.fail({
			method: 'GET',
			path: '/webhooks',
			kind: 'status',
			status: 429,
			times: 1,
			headers: { 'retry-after': '5' },
		});
		await stage.activate();
		expect(only()?.url).toBe(URL);
	});

	it('says that the vendor cannot reach an n8n on this machine', async () => {
		stage.credential = { baseUrl: 'https://api.kakiyo.com/v1' };
		await expect(stage.activate()).rejects.toMatchObject({
			message: expect.stringMatching(/^Kakiyo cannot reach this n8n.*WEBHOOK_URL/),
		});
	});

	it('after an answer that got lost leaves no second webhook', async () => {
		stage.control.fail({ method: 'POST', path: '/webhooks', kind: 'resetAfterHandler', times: 1 });
		await expect(stage.activate()).rejects.toMatchObject({ message: expect.stringContaining('unknown') });
		const orphan = only();

		await stage.activate();
		expect(only()).toMatchObject({ id: orphan?.id, secret: stage.data.secret });
		expect(only()?.secret).not.toBe(orphan?.secret);
	});
});

describe('a list of webhooks', () => {
	const lists = (body: unknown, times = 1) =>
		stage.control.fail({ method: 'GET', path: '/webhooks', kind: 'status', status: 200, times, body });
	const others = Array.from({ length: 20 }, (_, index) => ({
		id: `other-${index}`,
		url: `${URL}/${index}`,
		events: ['*'],
	}));

	it.each([
		['is not understood', { hello: 'world' }],
		['is an error with status 200', { error: 'internal_error', message: 'Something went wrong' }],
		['is empty beside success: false', { success: false, message: 'Something went wrong', data: [] }],
		['is empty beside errors', { errors: [{ message: 'Something went wrong' }], data: [] }],
		['is empty beside error: true', { error: true, data: [] }],
		['is empty beside the status of an error', { status: 'error', data: [] }],
		['is empty although one is counted', { data: [], total: 1 }],
		['is empty although there are more', { data: [], has_more: 1 }],
		['has a row that is not understood', [...others, { webhook: 'a' }]],
		['has more rows and no way to them', { data: others, has_more: true }],
	])('that %s ends the activation with a remedy, and nothing is registered twice', async (_, body) => {
		await stage.activate();
		lists(body);
		await expect(stage.activate()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(/^Kakiyo .*\. .*(again|Base URL|report it)/),
		});
		expect(stage.requests().filter((request) => request === 'POST /webhooks')).toHaveLength(1);
	});

	it.each([
		['envelope', (data: unknown) => ({ data })],
		['envelope of another page', (data: unknown) => ({ data, has_more: true, next_cursor: 'other-19' })],
	])('finds its webhook in an %s', async (name, wrap) => {
		await stage.activate();
		const before = only();
		lists(wrap(name === 'envelope' ? [...others, before] : others));
		lists([before]);
		await stage.activate();
		expect(only()).toEqual(before);
		expect(stage.requests().filter((request) => request !== 'GET /webhooks')).toEqual(['POST /webhooks']);
	});
});

describe('drift is repaired on the next activation, without a second registration', () => {
	const expectRepaired = async () => {
		await stage.activate();
		expect(only()).toMatchObject({
			id: stage.data.webhookId,
			url: URL,
			events: ['linkedin.message.received'],
			active: true,
			secret: stage.data.secret,
		});
		expect(stage.requests().filter((request) => request === 'POST /webhooks')).toHaveLength(1);
	};

	it.each([
		['another address', { url: 'http://127.0.0.1:9/elsewhere' }],
		['other events', { events: ['linkedin.message.sent'] }],
		['more events', { events: ['linkedin.message.received', 'linkedin.message.sent'] }],
		['switched off by the vendor', { active: false }],
	])('%s', async (_, change) => {
		await stage.activate();
		const { secret } = stage.data;
		await atVendor('PUT', `/webhooks/${String(stage.data.webhookId)}`, change);
		await expectRepaired();
		expect(stage.data.secret).toBe(secret);
	});

	it('other events chosen in the node', async () => {
		await stage.activate();
		stage.parameters = { events: ['*'] };
		await stage.activate();
		expect(only()).toMatchObject({ events: ['*'], secret: stage.data.secret });
	});

	it('another address of n8n', async () => {
		await stage.activate();
		stage.webhookBase = 'http://127.0.0.1:9/moved/webhook';
		await stage.activate();
		expect(only()).toMatchObject({ id: stage.data.webhookId, url: URL.replace('/webhook/', '/moved/webhook/') });
	});

	it('secret lost', async () => {
		await stage.activate();
		const { secret, ...rest } = stage.data;
		stage.data = rest;
		await expectRepaired();
		expect(stage.data.secret).toMatch(SECRET);
		expect(stage.data.secret).not.toBe(secret);
	});

	it('all static data lost, as after the node is renamed', async () => {
		await stage.activate();
		stage.data = {};
		await expectRepaired();
	});

	it('two webhooks for the same address', async () => {
		await stage.activate();
		await atVendor('POST', '/webhooks', { name: 'left over', url: URL, events: ['*'] });
		await atVendor('POST', '/webhooks', { name: 'another workflow', url: `${URL}/other`, events: ['*'] });
		await stage.activate();
		expect(stage.registered.map(({ name }) => name)).toEqual(['n8n: Replies to CRM', 'another workflow']);
	});

	it('deleted at the vendor: a new one with the same secret', async () => {
		await stage.activate();
		const { secret } = stage.data;
		await atVendor('DELETE', `/webhooks/${String(stage.data.webhookId)}`);
		await stage.activate();
		expect(only()).toMatchObject({ id: stage.data.webhookId, secret });
	});
});

describe('deactivation', () => {
	it('removes the webhook', async () => {
		await stage.activate();
		await stage.hook('delete');
		expect(stage.registered).toEqual([]);
		expect(stage.data).not.toHaveProperty('webhookId');
	});

	it('takes it well that it is gone', async () => {
		await stage.activate();
		await atVendor('DELETE', `/webhooks/${String(stage.data.webhookId)}`);
		await expect(stage.hook('delete')).resolves.toBe(true);
		await expect(stage.hook('delete')).resolves.toBe(true);
	});

	it('finds it by its address when its id is lost, and leaves others alone', async () => {
		await stage.activate();
		await atVendor('POST', '/webhooks', { name: 'another workflow', url: `${URL}/other`, events: ['*'] });
		stage.data = {};
		await stage.hook('delete');
		expect(only()?.name).toBe('another workflow');
	});

	it('fails loudly when the vendor is down', async () => {
		await stage.activate();
		stage.control.fail({ method: 'DELETE', path: '/webhooks/*', kind: 'status', status: 503, times: 9 });
		await expect(stage.hook('delete')).rejects.toMatchObject({ name: 'NodeOperationError' });
		expect(stage.data.webhookId).toBe(only()?.id);
	});

	it('and activation again keeps the secret', async () => {
		await stage.activate();
		const { secret } = stage.data;
		await stage.hook('delete');
		await stage.activate();
		expect(only()).toMatchObject({ secret });
	});
});

describe('listening for a test event', () => {
	it('has a webhook of its own and leaves the production one alone', async () => {
		await stage.activate();
		const production = only();
		const saved = stage.data;

		// n8n gives test listening static data of its own.
		stage.data = {};
		await stage.activate({ isTest: true });
		expect(stage.registered.map(({ url }) => url)).toEqual([URL, URL.replace('/webhook/', '/webhook-test/')]);
		expect(stage.registered[1]?.secret).not.toBe(production?.secret);

		await stage.hook('delete', { isTest: true });
		expect(only()).toEqual(production);
		stage.data = saved;
		await stage.activate();
		expect(only()).toEqual(production);
	});
});
