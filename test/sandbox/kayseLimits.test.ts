import { describe, expect, it } from '@jest/globals';
import type { Reply } from './client';
import { ask, askCalls, refusalOf, reyesCase, springIntake } from './kayse';
import { useSandbox } from './useSandbox';

const order = { campaign_id: springIntake, case_id: reyesCase };

describe('limits of Kayse', () => {
	const sandbox = useSandbox();

	const limitsOf = ({ headers }: Reply) =>
		['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`));

	it('takes 500 requests an hour, of both hosts together', async () => {
		const reads = await Promise.all(Array.from({ length: 300 }, () => ask(sandbox, 'GET /clients/401')));
		const calls = await Promise.all(Array.from({ length: 202 }, () => askCalls(sandbox, 'POST /calls', order)));
		expect([...reads, ...calls].filter(({ status }) => status === 200)).toHaveLength(500);
		expect(sandbox.control.kayseState().calls).toHaveLength(200);
		const refused = await ask(sandbox, 'GET /nowhere');
		expect([refusalOf(refused)[0], refused.headers.get('retry-after')]).toEqual([429, null]);
		expect(limitsOf(refused)).toEqual(['500', '0', expect.stringMatching(/^\d{10}$/)]);
	});

	it('counts down on every response, refused ones too', async () => {
		for (const [index, request] of ['GET /clients/401', 'GET /clients/999', 'GET /clients', 'GET /nowhere'].entries()) {
			expect(limitsOf(await ask(sandbox, request)).slice(0, 2)).toEqual(['500', String(499 - index)]);
		}
	});

	it('names the reset in the unit that is set', async () => {
		const reset = async () => limitsOf(await ask(sandbox, 'GET /campaigns'))[2];
		const end = Number(await reset());
		const now = sandbox.clock.now() / 1000;
		expect(end).toBeGreaterThan(now + 3500);
		expect(end).toBeLessThanOrEqual(now + 3601);
		sandbox.control.configureKayse({ resetUnit: 'epochMilliseconds' });
		expect(Math.ceil(Number(await reset()) / 1000)).toBe(end);
		sandbox.control.configureKayse({ resetUnit: 'secondsLeft' });
		const left = Number(await reset());
		expect(left).toBeGreaterThan(3500);
		expect(left).toBeLessThanOrEqual(3600);
		sandbox.control.configureKayse({ resetUnit: 'none' });
		expect(await reset()).toBeNull();
	});

	it('opens a new window when the old one is over', async () => {
		await sandbox.restart({ timeScale: 2000 });
		sandbox.control.configureKayse({ requestsPerWindow: 1, resetUnit: 'secondsLeft' });
		expect((await ask(sandbox, 'GET /campaigns')).status).toBe(200);
		const refused = await ask(sandbox, 'GET /campaigns');
		expect(refused.status).toBe(429);
		await sandbox.clock.sleep(Number(limitsOf(refused)[2]) + 60);
		expect((await ask(sandbox, 'GET /campaigns')).status).toBe(200);
	});

	it('refuses no request if limits are off', async () => {
		sandbox.control.configureKayse({ requestsPerWindow: 1, rateLimits: false });
		await ask(sandbox, 'GET /campaigns');
		expect((await ask(sandbox, 'GET /campaigns')).status).toBe(200);
	});
});
