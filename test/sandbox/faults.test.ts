import { describe, expect, it } from '@jest/globals';
import { bigCampaign, call, people } from './client';
import { eventually } from '../support/eventually';
import { useSandbox } from './useSandbox';

describe('faults', () => {
	const sandbox = useSandbox({
		prepare: ({ control }) => control.configureKakiyo({ rateLimits: false, importSecondsPerRow: 0 }),
	});

	const path = '/prospects/batch';
	const batch = { campaignId: bigCampaign, prospects: people('fault', 2) };
	const send = async () => await call(sandbox, `POST ${path}`, batch);
	const added = () => sandbox.control.kakiyoState().prospects.length - 230;
	const lastEntry = () => sandbox.control.log().at(-1);

	it('answers with a status in any shape before the handler', async () => {
		sandbox.control.fail({
			method: 'POST',
			path,
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '7' },
			body: { retryAfter: 7 },
		});
		expect(await send()).toMatchObject({ status: 429, body: { retryAfter: 7 } });
		expect(added()).toBe(0);
		expect((await send()).status).toBe(201);
	});

	it('answers with a status after the handler', async () => {
		sandbox.control.fail({ method: 'POST', path, kind: 'status', status: 502, afterHandler: true });
		expect((await send()).status).toBe(502);
		expect(added()).toBe(2);
	});

	it('lets some requests pass, then meets several', async () => {
		sandbox.control.fail({ method: 'GET', path: '/agents/*', kind: 'status', status: 503, skip: 1, times: 2 });
		const statuses = [];
		for (let request = 0; request < 4; request++) statuses.push((await call(sandbox, 'GET /agents/agent_001')).status);
		expect(statuses).toEqual([200, 503, 503, 200]);
	});

	it.each([
		['resetBeforeHandler', 0],
		['resetAfterHandler', 2],
	] as const)('%s drops the connection', async (kind, effect) => {
		sandbox.control.fail({ method: 'POST', path, kind });
		await expect(send()).rejects.toThrow();
		expect(added()).toBe(effect);
		expect(lastEntry()).toMatchObject({ status: 'reset', accepted: effect > 0 });
	});

	it('cuts the body in half after the handler', async () => {
		sandbox.control.fail({ method: 'POST', path, kind: 'cutBody' });
		await expect(send()).rejects.toThrow('terminated');
		expect(added()).toBe(2);
		expect(lastEntry()).toMatchObject({ status: 201 });
	});

	it('answers HTML, nothing, or a redirect', async () => {
		const method = 'GET';
		sandbox.control.fail({ method, path: '/verify', kind: 'html' });
		sandbox.control.fail({ method, path: '/verify', kind: 'empty' });
		sandbox.control.fail({ method, path: '/verify', kind: 'redirect', location: 'http://127.0.0.1:1/elsewhere' });
		const html = await call(sandbox, 'GET /verify');
		expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
		expect(await call(sandbox, 'GET /verify')).toMatchObject({ status: 200, body: '' });
		const redirect = await call(sandbox, 'GET /verify');
		expect([redirect.status, redirect.headers.get('location')]).toEqual([302, 'http://127.0.0.1:1/elsewhere']);
	});

	it('answers with megabytes, before or after the handler', async () => {
		for (const afterHandler of [false, true]) {
			sandbox.control.fail({ method: 'POST', path, kind: 'large', megabytes: 3, afterHandler });
			const { status, body } = await send();
			expect([status, JSON.stringify(body).length > 3 * 1024 * 1024, added()]).toEqual([
				200,
				true,
				afterHandler ? 2 : 0,
			]);
		}
	});

	it('waits before the answer', async () => {
		sandbox.control.fail({ method: 'GET', path: '/verify', kind: 'slow', delaySeconds: 0.1 });
		const start = performance.now();
		expect((await call(sandbox, 'GET /verify')).status).toBe(200);
		expect(performance.now() - start).toBeGreaterThan(90);
	});

	it('logs each request and shows content that was accepted twice', async () => {
		sandbox.control.fail({ method: 'POST', path, kind: 'resetAfterHandler' });
		await expect(send()).rejects.toThrow();
		await send();
		await Promise.all(Array.from({ length: 3 }, () => call(sandbox, 'GET /verify')));
		const stats = sandbox.control.stats();
		expect(stats.find(({ route }) => route === path)).toMatchObject({
			method: 'POST',
			count: 2,
			duplicates: [{ path, body: batch, times: 2 }],
		});
		expect(stats.find(({ route }) => route === '/verify')).toMatchObject({ count: 3, duplicates: [] });
		expect(lastEntry()).toMatchObject({ method: 'GET', path: '/verify', status: 200, authorized: true });
		expect(JSON.stringify(sandbox.control.log())).not.toContain(sandbox.kakiyo.apiKey);
	});

	it('counts the most requests under way at once', async () => {
		sandbox.control.fail({ method: 'GET', path: '/verify', kind: 'slow', delaySeconds: 0.1, times: 3 });
		const requests = Promise.all(Array.from({ length: 3 }, () => call(sandbox, 'GET /verify')));
		await eventually('three requests', () => (sandbox.control.log().length === 3 ? true : undefined));
		await requests;
		await call(sandbox, 'GET /verify');
		expect(sandbox.control.stats()).toMatchObject([{ route: '/verify', count: 4, peakInFlight: 3 }]);
	});
});
