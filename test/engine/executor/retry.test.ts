import { describe, expect, it } from '@jest/globals';

import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';

const bench = useKakiyoBench();

const listCampaigns = { resource: 'campaign', operation: 'getAll', returnAll: true };
const onePerson = { ...addProspects };

describe('a rate limit', () => {
	const shapes: Array<[string, { headers?: Record<string, string>; body?: unknown }]> = [
		['Retry-After in seconds', { headers: { 'retry-after': '3' } }],
		['Retry-After as a date', { headers: { 'retry-after': new Date(0).toUTCString() } }],
		['retryAfter in the body', { body: { error: 'rate_limit_exceeded', message: 'slow', retryAfter: 3 } }],
		['resetTime in the body', { body: { error: 'rate_limit_exceeded', resetTime: 1 } }],
		['X-RateLimit-Reset', { headers: { 'x-ratelimit-reset': '3', 'x-ratelimit-remaining': '0' } }],
		['no hint', {}],
	];

	it.each(shapes)('is waited out: %s', async (_, answer) => {
		bench.control.fail({ method: 'GET', path: '/campaigns', kind: 'status', status: 429, times: 2, ...answer });
		const { items, error } = await bench.run(listCampaigns);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(45);
		expect(bench.requests('/campaigns')).toHaveLength(3);
	});

	it('is waited out for a write as well, which is carried out once', async () => {
		bench.control.fail({
			method: 'POST',
			path: '/prospects',
			kind: 'status',
			status: 429,
			times: 2,
			headers: { 'retry-after': '1' },
		});
		const { items } = await bench.run(onePerson, { items: people(1) });
		expect(items).toHaveLength(1);
		expect(bench.acceptedRows()).toBe(1);
	});

	it('ends the item at once, naming the clock time, when it resets later than Max Wait', async () => {
		bench.control.fail({
			method: 'GET',
			path: '/campaigns',
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '3600' },
		});
		const { error } = await bench.run({ ...listCampaigns, options: { maxWait: 5 } });
		expect(error?.message).toMatch(/limit of Kakiyo is used up until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/);
		expect(error?.description).toContain('Max Wait');
		expect(bench.requests('/campaigns')).toHaveLength(1);
	});

	it('gives up after Max Retries', async () => {
		bench.control.fail({
			method: 'GET',
			path: '/campaigns',
			kind: 'status',
			status: 429,
			times: 10,
			headers: { 'retry-after': '1' },
		});
		const { error } = await bench.run({ ...listCampaigns, options: { maxRetries: 2 } });
		expect(error?.httpCode).toBe('429');
		expect(bench.requests('/campaigns')).toHaveLength(3);
	});
});

describe('an outage', () => {
	it.each([500, 502, 503, 504])('with status %d is retried for a read', async (status) => {
		bench.control.fail({ method: 'GET', path: '/campaigns', kind: 'status', status, times: 2 });
		const { items } = await bench.run(listCampaigns);
		expect(items).toHaveLength(45);
	});

	it.each(['resetBeforeHandler', 'resetAfterHandler', 'cutBody'] as const)('%s is retried for a read', async (kind) => {
		bench.control.fail({ method: 'GET', path: '/campaigns', kind, times: 2 });
		const { items } = await bench.run(listCampaigns);
		expect(items).toHaveLength(45);
	});

	it('that a proxy cuts off inside a whole HTTP answer is retried for a read', async () => {
		bench.control.fail({
			method: 'GET',
			path: '/campaigns',
			kind: 'html',
			body: '{"data": [{"id": "campaign_001"}, {"id',
			times: 2,
		});
		const { items } = await bench.run(listCampaigns);
		expect(items).toHaveLength(45);
	});

	it('that leaves an update in doubt is not reported as "not done" (Stop)', async () => {
		const create = {
			resource: 'webhook',
			operation: 'create',
			name: '={{ $json.name }}',
			webhookUrl: '=https://example.com/{{ $json.name }}',
			events: ['*'],
		};
		await bench.run(create, { items: [{ name: 'One' }, { name: 'Two' }] });
		const ids = bench.control.kakiyoState().webhooks.map(({ id }) => id);
		const path = `/webhooks/${ids[0]}`;
		bench.control.fail({ method: 'PUT', path, kind: 'resetAfterHandler' });
		bench.control.fail({ method: 'PUT', path, kind: 'status', status: 400, body: { error: 'invalid_event' } });
		const parameters = {
			resource: 'webhook',
			operation: 'update',
			webhookId: byId('={{ $json.id }}'),
			updateFields: { name: 'New' },
		};
		const { error } = await bench.run(parameters, { items: ids.map((id) => ({ id })) });
		expect(bench.control.kakiyoState().webhooks.map(({ name }) => name)).toEqual(['New', 'New']);
		expect(error?.description).toContain('Perhaps done: item 0');
		expect(error?.description).not.toContain('Not done');
	});

	const doubts = [
		{ kind: 'status', status: 500, afterHandler: true },
		{ kind: 'status', status: 503 },
		{ kind: 'status', status: 408, afterHandler: true },
		{ kind: 'status', status: 499, afterHandler: true },
		{ kind: 'redirect', status: 302, location: 'https://example.com/', afterHandler: true },
		{ kind: 'redirect', status: 303, location: 'https://example.com/', afterHandler: true },
		{ kind: 'resetBeforeHandler' },
		{ kind: 'resetAfterHandler' },
		{ kind: 'cutBody' },
		{ kind: 'html' },
	] as const;

	it.each(doubts)('%j never sends a write twice, and says that the outcome is unknown', async (fault) => {
		bench.control.fail({ method: 'POST', path: '/prospects', ...fault });
		const { items, error } = await bench.run(onePerson, { items: people(1) });
		expect(items).toEqual([]);
		expect(error?.message).toContain('The outcome is unknown');
		expect(error?.description).toContain('Look it up in Kakiyo');
		expect(bench.requests('/prospects')).toHaveLength(1);
	});

	it('may be a redirect, whose target is in the message', async () => {
		bench.control.fail({
			method: 'POST',
			path: '/prospects',
			kind: 'redirect',
			status: 302,
			location: 'https://example.com/v1',
		});
		const { error } = await bench.run(onePerson, { items: people(1) });
		expect(error?.description).toContain(
			'If Kakiyo has moved to https://example.com/v1, correct the Base URL in the credential, under Other Server.',
		);
	});

	it('that refuses connections is retried for a write, and then reported without a network code', async () => {
		const { error } = await bench.run(onePerson, { items: people(1), baseUrl: 'http://127.0.0.1:9/kakiyo/v1' });
		expect(error?.message).toContain('Kakiyo could not be reached: the connection was refused (6 tries)');
		expect(error?.description).toContain('Base URL');
	});

	it('in the middle of a deletion leaves it deleted', async () => {
		bench.control.fail({ method: 'DELETE', path: '/campaigns/*', kind: 'resetAfterHandler' });
		const paused = bench.control.kakiyoState().campaigns.find(({ status }) => status === 'paused');
		const { items, error } = await bench.run({
			resource: 'campaign',
			operation: 'delete',
			campaignIdToDelete: { __rl: true, mode: 'id', value: paused?.id ?? '' },
		});
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ deleted: true });
	});
});

describe('a vendor that is busy with the same campaign', () => {
	it('is waited out and each row is accepted once', async () => {
		bench.control.configureKakiyo({ busyWhileImporting: true, importSecondsPerRow: 0.2 });
		const { items, error } = await bench.run(addProspects, { items: people(250) });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(250);
		expect(bench.requests('/prospects/batch').some(({ status }) => status === 409)).toBe(true);
		expect(bench.acceptedRows()).toBe(250);
	});
});
