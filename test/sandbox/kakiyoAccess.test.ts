import { describe, expect, it } from '@jest/globals';
import { call, errorOf } from './client';
import { useSandbox } from './useSandbox';

describe('access to the Kakiyo sandbox', () => {
	const sandbox = useSandbox();

	it.each([
		['', 'missing_api_key'],
		['Basic abc', 'missing_api_key'],
		['Bearer short', 'invalid_api_key_format'],
		[`Bearer ${'x'.repeat(40)}`, 'invalid_api_key'],
	])('refuses the authorization "%s" with %s', async (authorization, code) => {
		const reply = await call(sandbox, 'GET /verify', undefined, { authorization });
		expect([reply.status, errorOf(reply)]).toEqual([401, code]);
	});

	it('has a key of 40 characters that verifies', async () => {
		expect(sandbox.kakiyo.apiKey).toHaveLength(40);
		expect(await call(sandbox, 'GET /verify')).toMatchObject({ status: 200, body: { status: 'success' } });
	});

	it('refuses an inactive subscription', async () => {
		sandbox.control.configureKakiyo({ subscriptionActive: false });
		const reply = await call(sandbox, 'GET /agents');
		expect([reply.status, errorOf(reply)]).toEqual([403, 'subscription_inactive']);
	});

	it('counts credits down, then answers 402 and pauses the agents', async () => {
		sandbox.control.configureKakiyo({ credits: 2 });
		const statuses = [];
		for (let request = 0; request < 3; request++) statuses.push((await call(sandbox, 'GET /models')).status);
		expect(statuses).toEqual([200, 200, 402]);
		const { credits, agents } = sandbox.control.kakiyoState();
		expect(credits).toBe(0);
		expect(agents.map(({ status }) => status)).not.toContain('running');
	});

	it('refuses workspaces without the Agency plan', async () => {
		sandbox.control.configureKakiyo({ agencyPlan: false });
		expect((await call(sandbox, 'GET /workspaces')).status).toBe(403);
	});

	it.each([
		'GET /nowhere',
		'GET /agents/',
		'GET /agents//pause',
		'GET /agents/%2e%2e',
		'GET /agents/%2Fagents',
		'PUT /campaigns',
	])('answers 404 to %s', async (request) => {
		const reply = await call(sandbox, request);
		expect([reply.status, errorOf(reply)]).toEqual([404, 'not_found']);
	});

	it('compares ids after percent-decoding', async () => {
		expect((await call(sandbox, 'GET /agents/%61gent_001')).status).toBe(200);
	});
});
