import { describe, expect, it } from '@jest/globals';
import { ask, place } from './kaicalls';
import { useReceiver } from './receiver';
import { useSandbox } from './useSandbox';

describe('control of KaiCalls over HTTP', () => {
	const sandbox = useSandbox();
	const receiver = useReceiver();

	async function control(method: string, argument?: unknown): Promise<{ status: number; body: unknown }> {
		const response = await fetch(`${sandbox.origin}/__control/${method}`, {
			method: 'POST',
			body: JSON.stringify(argument),
		});
		return { status: response.status, body: await response.json() };
	}

	it('does the same from another process', async () => {
		const configured = await control('configureKaiCalls', { callsPerWindow: 5 });
		expect(configured).toMatchObject({ status: 200, body: { callsPerWindow: 5, readsPerWindow: 300 } });
		expect(await control('addKey', { scopes: ['calls:read'] })).toMatchObject({
			body: { apiKey: expect.stringMatching(/^kc_live_/) },
		});
		const callId = await place(sandbox, '+14155550123', { webhook_url: receiver.url });
		expect(await control('callsPlaced')).toEqual({ status: 200, body: { '+14155550123': 1 } });
		expect(await control('completeCall', { callId, status: 'failed', error: 'busy' })).toMatchObject({
			body: [{ status: 200 }],
		});
		expect(await control('deliverCallback', { callId, forged: 'unknownCall' })).toMatchObject({
			body: [{ status: 200 }],
		});
		const forgery = { event: 'call.completed', url: receiver.url, signature: 'wrong' };
		expect(await control('deliverEvent', forgery)).toMatchObject({ body: [{ status: 200 }] });
		expect(await control('recordingRequests')).toEqual({ status: 200, body: [] });
		const callbacks = [{ call_id: callId, event: 'call.failed' }];
		expect(await control('kaiCallsState')).toMatchObject({ body: { calls: expect.any(Array), callbacks } });
		const text = { from: '+14155550123', message: 'STOP' };
		expect(await control('receiveText', text)).toMatchObject({ status: 200, body: { id: expect.any(String) } });
		const messages = expect.arrayContaining([
			expect.objectContaining({ ...text, direction: 'inbound', to: expect.stringMatching(/^\+/) }),
		]);
		expect(await control('kaiCallsState')).toMatchObject({ body: { messages } });
		await control('reset');
		expect(await control('callsPlaced')).toEqual({ status: 200, body: {} });
	});

	it.each<[string, unknown]>([
		['configureKaiCalls', { callsPerMinute: 5 }],
		['addKey', { scopes: ['everything'] }],
		['completeCall', { callId: 'nobody' }],
		['receiveText', { from: '+14155550123' }],
		['deliverCallback', { callId: 'nobody' }],
		['deliverEvent', { event: 'call.completed', url: 'https://example.com' }],
	])('refuses a wrong argument of %s', async (method, argument) => {
		expect((await control(method, argument)).status).toBe(400);
	});

	it('seeds the same data each time', () => {
		const before = sandbox.control.kaiCallsState();
		sandbox.control.reset();
		expect(sandbox.control.kaiCallsState()).toEqual(before);
		const { workspaces, agents, numbers, calls, leads } = before;
		expect([workspaces, agents, numbers, calls, leads].map(({ length }) => length)).toEqual([2, 4, 3, 130, 60]);
	});

	it('ends at a reset all calls that go on', async () => {
		sandbox.control.configureKaiCalls({ endsAfterSeconds: 0.2 });
		await place(sandbox, '+14155550123', { webhook_url: receiver.url });
		const before = receiver.received.length;
		sandbox.control.reset();
		await sandbox.clock.sleep(0.3);
		expect(receiver.received).toHaveLength(before);
		expect((await ask(sandbox, 'GET /calls?limit=1')).body).toMatchObject({
			calls: [{ id: 'ca110000-0000-4000-8000-000000000130' }],
		});
	});
});
