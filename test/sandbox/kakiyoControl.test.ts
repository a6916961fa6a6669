import { describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../sandbox';
import { call } from './client';
import { useSandbox } from './useSandbox';

describe('control over HTTP', () => {
	const sandbox = useSandbox();

	async function control(method: string, argument?: unknown): Promise<{ status: number; body: unknown }> {
		const response = await fetch(`${sandbox.origin}/__control/${method}`, {
			method: 'POST',
			body: JSON.stringify(argument),
		});
		return { status: response.status, body: await response.json() };
	}

	it('configures, fails, reads and resets from another process', async () => {
		expect(await control('configureKakiyo', { credits: 5 })).toMatchObject({
			status: 200,
			body: { credits: 5, rateLimits: true },
		});
		await control('fail', { method: 'GET', path: '/verify', kind: 'status', status: 500 });
		expect((await call(sandbox, 'GET /verify')).status).toBe(500);
		expect(await control('log')).toMatchObject({ body: [{ path: '/verify', status: 500 }] });
		expect(await control('stats')).toMatchObject({ body: [{ route: '/verify', count: 1 }] });
		expect(await control('kakiyoState')).toMatchObject({ body: { credits: 5 } });
		expect(await control('prospectsAdded')).toEqual({ status: 200, body: {} });
		expect(await control('deliverKakiyoEvent', { event: 'linkedin.message.sent' })).toEqual({ status: 200, body: [] });
		expect(await control('reset')).toEqual({ status: 200, body: null });
		expect(await control('log')).toEqual({ status: 200, body: [] });
	});

	it.each<[string, unknown]>([
		['configureKakiyo', { creditz: 5 }],
		['fail', { method: 'GET', path: '/verify', kind: 'status' }],
		['deliverKakiyoEvent', { event: 'x', url: 'https://example.com' }],
	])('refuses a wrong argument of %s', async (method, argument) => {
		expect((await control(method, argument)).status).toBe(400);
	});

	it('seeds the same data each time', () => {
		const before = sandbox.control.kakiyoState();
		sandbox.control.reset();
		expect(sandbox.control.kakiyoState()).toEqual(before);
		expect([before.agents.length, before.campaigns.length, before.prospects.length, before.dnc.length]).toEqual([
			3, 45, 230, 120,
		]);
		expect(new Set(before.campaigns.map(({ status }) => status))).toEqual(
			new Set(['active', 'paused', 'draft', 'completed', 'disabled']),
		);
	});

	it('refuses a port in use', async () => {
		await expect(startSandbox({ port: Number(new URL(sandbox.origin).port) })).rejects.toThrow('EADDRINUSE');
	});
});
