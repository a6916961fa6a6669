import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { onBench } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { KairoBench } from '../kairo';
import { useHostileServer } from './server';

const bench = useKaiCallsBench();
const server = useHostileServer();

const create = {
	resource: 'call',
	operation: 'create',
	agentId: { __rl: true, mode: 'id', value: 'agent_1' },
	to: '+14155550100',
	options: { maxRetries: 0 },
};

describe('a call that was never sent', () => {
	it('is not called unknown when a server hangs up before HTTPS is agreed upon', async () => {
		const listener = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
		await once(listener, 'listening');
		const { port } = listener.address() as AddressInfo;
		const { error } = await bench.run(create, { baseUrl: `https://127.0.0.1:${port}/v1` });
		listener.close();
		expect(error?.message).toMatch(/^KaiCalls could not be reached/);
		expect(error?.message).not.toContain('went out');
	});
});

describe('a change that was never sent', () => {
	const kairo = onBench(new KairoBench());

	it('is not called unknown if its content is nested too deep to be written', async () => {
		const body = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
		const { error } = await kairo.run(
			{ resource: 'context', operation: 'apiRequest', contextMethod: 'PATCH', contextPath: 'settings', body },
			{ baseUrl: server.baseUrl },
		);
		expect(server.received).toEqual([]);
		expect(error?.message).not.toMatch(/unknown|went out/);
	});
});
