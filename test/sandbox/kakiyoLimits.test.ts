import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { call } from './client';
import { eventually } from '../support/eventually';
import { useSandbox } from './useSandbox';

const tierBody = z
	.object({ error: z.literal('rate_limit_exceeded'), message: z.string(), retryAfter: z.number() })
	.strict();
const dncBody = z
	.object({ error: z.literal('rate_limit_exceeded'), message: z.string(), resetTime: z.number() })
	.strict();

describe('rate limits', () => {
	const sandbox = useSandbox();

	async function acceptedOf(request: string, count: number, body?: unknown): Promise<number> {
		const replies = await Promise.all(Array.from({ length: count }, () => call(sandbox, request, body)));
		return replies.filter(({ status }) => status !== 429).length;
	}

	it('gives each tier its own number of requests', async () => {
		expect(await acceptedOf('GET /verify', 62)).toBe(60);
		expect(await acceptedOf('GET /campaigns', 32)).toBe(30);
		expect(await acceptedOf('GET /prospects/search', 10)).toBe(10);
		expect(await acceptedOf('POST /agents/agent_001/pause', 7)).toBe(5);
	});

	it('counts requests to the DNC list in the tier of their method, and batches besides', async () => {
		expect(await acceptedOf('GET /dnc', 20)).toBe(20);
		expect(await acceptedOf('GET /models/680321c8001e2f52aaa0', 4)).toBe(4);
		expect(await acceptedOf('GET /dnc/check?url=in/x', 8)).toBe(6);
		expect(await acceptedOf('POST /dnc/batch', 12, { entries: [{ url: 'in/y' }] })).toBe(10);
		expect(await acceptedOf('POST /dnc', 8, { url: 'in/x' })).toBe(5);
	});

	it('opens a new window after 60 vendor seconds', async () => {
		await sandbox.restart({ timeScale: 200 });
		sandbox.control.configureKakiyo({ writesPerWindow: 1 });
		const request = 'POST /agents/agent_001/pause';
		expect((await call(sandbox, request)).status).toBe(200);
		const refused = await call(sandbox, request);
		const refusedAt = sandbox.clock.now();
		const { retryAfter } = tierBody.parse(refused.body);
		expect(refused.headers.get('retry-after')).toBe(String(retryAfter));
		expect(retryAfter).toBeGreaterThan(0);
		expect(retryAfter).toBeLessThanOrEqual(60);
		await sandbox.clock.sleep(retryAfter);
		expect(sandbox.clock.now() - refusedAt).toBeLessThan(120_000);
		await eventually('the next window', async () => ((await call(sandbox, request)).status === 200 ? true : undefined));
	});

	it('names the reset of the DNC list in epoch milliseconds of vendor time', async () => {
		await sandbox.restart({ timeScale: 10 });
		const batch = { entries: [{ url: 'in/z' }] };
		await acceptedOf('POST /dnc/batch', 10, batch);
		const refused = await call(sandbox, 'POST /dnc/batch', batch);
		const { resetTime } = dncBody.parse(refused.body);
		expect(refused.headers.get('retry-after')).toBeNull();
		expect(resetTime).toBeGreaterThan(sandbox.clock.now());
		expect(resetTime).toBeLessThanOrEqual(sandbox.clock.now() + 60_000);
	});

	it('shows the limit in headers on request', async () => {
		sandbox.control.configureKakiyo({ rateLimitHeaders: true, rateLimitResetUnit: 'deltaSeconds' });
		const { headers } = await call(sandbox, 'GET /campaigns');
		expect([
			headers.get('x-ratelimit-limit'),
			headers.get('x-ratelimit-remaining'),
			headers.get('x-ratelimit-reset'),
		]).toEqual(['30', '29', '60']);
	});
});
