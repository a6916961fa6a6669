import { describe, expect, it } from '@jest/globals';
import { type KairoSettings } from '../../sandbox';
import type { Reply } from './client';
import { ask, refusalOf } from './kairo';
import { useSandbox } from './useSandbox';

describe('limits of KAIRO', () => {
	const sandbox = useSandbox();

	const numbersIn = ({ headers }: Reply) =>
		['limit', 'remaining', 'reset'].map((name) => Number(headers.get(`x-ratelimit-${name}`) ?? NaN));

	it('takes 100 requests of any kind a minute', async () => {
		const requests = ['GET /agents', 'POST /agents', 'GET /nowhere', 'DELETE /context/sources'];
		const replies = await Promise.all(
			Array.from({ length: 104 }, async (_, index) => await ask(sandbox, requests[index % 4] ?? '')),
		);
		expect(replies.filter(({ status }) => status === 429)).toHaveLength(4);
		const refused = await ask(sandbox, 'GET /agents');
		expect([refusalOf(refused), refused.headers.get('retry-after')]).toEqual([[429, 'rate_limited'], null]);
		sandbox.control.configureKairo({ rateLimits: false });
		expect((await ask(sandbox, 'GET /agents')).status).toBe(200);
	});

	it('opens a new window after the wait that it names', async () => {
		await sandbox.restart({ timeScale: 50 });
		sandbox.control.configureKairo({ requestsPerWindow: 1, retryAfterHeader: true });
		await ask(sandbox, 'GET /agents');
		const seconds = Number((await ask(sandbox, 'GET /agents')).headers.get('retry-after'));
		expect(seconds).toBeGreaterThan(0);
		expect(seconds).toBeLessThanOrEqual(60);
		await sandbox.clock.sleep(seconds + 1);
		expect((await ask(sandbox, 'GET /agents')).status).toBe(200);
	});

	it('counts down in the headers of every response', async () => {
		sandbox.control.configureKairo({ requestsPerWindow: 6, served: ['documented'] });
		const refused = await ask(sandbox, 'GET /agents', undefined, { authorization: 'Bearer wrong' });
		const counted: Reply[] = [];
		for (const request of ['GET /agents/templates', 'GET /agents', 'GET /nowhere', 'PUT /context', 'POST /agents']) {
			counted.push(await ask(sandbox, request));
		}
		counted.push(await ask(sandbox, 'POST /agents', { name: 'A' }), await ask(sandbox, 'GET /agents/templates'));
		expect([refused, ...counted].map(({ status }) => status)).toEqual([401, 200, 404, 404, 405, 400, 201, 429]);
		expect([refused, ...counted].map((reply) => numbersIn(reply).slice(0, 2))).toEqual(
			[6, 5, 4, 3, 2, 1, 0, 0].map((left) => [6, left]),
		);
	});

	it.each<[KairoSettings['resetUnit'], (now: number) => number, number]>([
		['epochSeconds', (now) => now / 1000, 60],
		['epochMilliseconds', (now) => now, 60_000],
		['secondsLeft', () => 0, 60],
	])('tells the end of the window in %s', async (resetUnit, origin, length) => {
		sandbox.control.configureKairo({ resetUnit });
		const before = origin(sandbox.clock.now());
		const [, , reset = NaN] = numbersIn(await ask(sandbox, 'GET /agents'));
		expect(Number.isInteger(reset)).toBe(true);
		expect(reset).toBeGreaterThanOrEqual(before + length * 0.9);
		expect(reset).toBeLessThanOrEqual(origin(sandbox.clock.now()) + length + 1);
	});
});
