import { describe, expect, it } from '@jest/globals';
import { ask, intakeHelper } from './kairo';
import { useSandbox } from './useSandbox';

describe('control of KAIRO over HTTP', () => {
	const sandbox = useSandbox();

	async function control(method: string, argument?: unknown): Promise<{ status: number; body: unknown }> {
		const response = await fetch(`${sandbox.origin}/__control/${method}`, {
			method: 'POST',
			body: JSON.stringify(argument),
		});
		return { status: response.status, body: await response.json() };
	}

	it('does the same from another process', async () => {
		expect(await control('configureKairo', { listShape: 'items' })).toMatchObject({
			status: 200,
			body: { listShape: 'items', concurrentRuns: 5 },
		});
		await ask(sandbox, `POST /agents/${intakeHelper}/runs`, { input: 'x' });
		expect(await control('kairoRunLoad')).toEqual({ status: 200, body: { peak: 1, refused: 0 } });
		expect(await control('kairoState')).toMatchObject({ body: { agents: { length: 4 }, runs: { length: 25 } } });
		await control('fail', { vendor: 'kairo', method: 'GET', path: '/agents', kind: 'status', status: 503 });
		expect((await ask(sandbox, 'GET /agents')).status).toBe(503);
		expect(sandbox.control.log().map(({ vendor, route, authorized }) => [vendor, route, authorized])).toEqual([
			['kairo', '/agents/:agentId/runs', true],
			['kairo', '/agents', true],
		]);
		await control('reset');
		expect(await control('kairoRunLoad')).toEqual({ status: 200, body: { peak: 0, refused: 0 } });
	});

	it.each<[string, unknown]>([
		['configureKairo', { listShape: 'rows' }],
		['configureKairo', { moved: {} }],
		['kairoState', { deep: true }],
	])('refuses a wrong argument of %s', async (method, argument) => {
		expect((await control(method, argument)).status).toBe(400);
	});

	it('seeds the same data each time', () => {
		const before = sandbox.control.kairoState();
		sandbox.control.reset();
		expect(sandbox.control.kairoState()).toEqual(before);
		const { agents, workflows, sources, documents, runs } = before;
		expect([agents, workflows, sources, documents, runs].map(({ length }) => length)).toEqual([4, 3, 3, 5, 24]);
		expect(new Set(runs.map(({ status, started_by }) => `${started_by.type} ${status}`))).toEqual(
			new Set(['agent completed', 'agent failed', 'workflow completed', 'workflow failed']),
		);
	});
});
