import { beforeEach, describe, expect, test } from '@jest/globals';

import { N8nClient } from '../../demo/client';
import { control } from './control';
import { Example } from './example';
import { outputOf } from './execution';
import { world } from './world';
import { eventually } from '../support/eventually';

describe('the example workflow "Failed runs of KAIRO"', () => {
	beforeEach(async () => {
		await control('reset');
		await control('configureKairo', { queuedSeconds: 0, runSeconds: 0 });
	});

	/** Has an agent run, which fails if its input says so. */
	async function startRun(input: object): Promise<void> {
		const { baseUrl, apiKey } = world.sandbox.kairo;
		const [agent] = (await control('kairoState')).agents;
		const response = await fetch(`${baseUrl}/agents/${agent?.id}/runs`, {
			method: 'POST',
			headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
			body: JSON.stringify({ input }),
		});
		expect(response.status).toBe(201);
	}

	test('reports each failed run once, with its trace, or without a trace that cannot be read', async () => {
		const client = await N8nClient.login(world.n8nUrl);
		const example = await Example.import(client, 'failed-runs-of-kairo');
		const hour = async () => outputOf(await example.run('Every Hour'), 'Failed Runs').map(({ json }) => json);
		const failed = async () => (await control('kairoState')).runs.filter(({ status }) => status === 'failed');
		const before = (await failed()).length;
		await startRun({ task: 'Write a summary' });
		await startRun({ fail: true });
		await eventually('the end of the run', async () => (await failed()).length === before + 1);
		const [run] = (await failed()).slice(-1);

		const first = await hour();
		expect(first).toMatchObject([{ run: { id: run?.id, status: 'failed' }, trace: { id: expect.any(String) } }]);
		expect(await hour()).toEqual([]);

		await startRun({ fail: true });
		await eventually('the end of the run', async () => (await failed()).length === before + 2);
		await control('fail', { vendor: 'kairo', method: 'GET', path: '/analytics/traces/*', kind: 'status', status: 404 });
		expect(await hour()).toMatchObject([{ run: { status: 'failed' }, trace: {} }]);
	});
});
