import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ICredentialType, INodeType } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { InstalledEngine, type EngineRun } from './engine';
import { OLDER_ENGINES } from './versions';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});

beforeEach(() => {
	sandbox.control.reset();
	sandbox.control.configureKaiCalls({ rateLimits: false });
});

afterAll(async () => await sandbox.close());

const PHONES = Array.from({ length: 10 }, (_, index) => `+1202555${String(1_000 + index)}`);

describe.each(OLDER_ENGINES)('Retry on the engine of n8n $n8n', (version) => {
	let engine: InstalledEngine;

	beforeAll(async () => {
		engine = new InstalledEngine(version);
		await engine.start();
	});

	const calling = (): EngineRun => ({
		type: engine.built<INodeType>('nodes/KaiCalls/KaiCalls.node.js', 'KaiCalls'),
		credential: {
			id: 'account',
			type: engine.built<ICredentialType>('credentials/KaiCallsOutreachApi.credentials.js', 'KaiCallsOutreachApi'),
			data: { ...sandbox.kaicalls, requestsPerMinute: 1_000_000 },
		},
		parameters: {
			resource: 'call',
			operation: 'create',
			agentId: { __rl: true, mode: 'id', value: sandbox.control.kaiCallsState().agents[0]?.id ?? '' },
			to: '={{ $json.phone }}',
		},
		items: PHONES.map((phone) => ({ phone })),
		onError: 'stopWorkflow',
	});

	const timesRung = () => {
		const rung = sandbox.control.callsPlaced();
		return PHONES.map((phone) => rung[phone] ?? 0);
	};

	const each = (times: number) => PHONES.map(() => times);

	it('after a refusal does the missing items, and calls no phone twice', async () => {
		const run = calling();
		sandbox.control.fail({ vendor: 'kaicalls', method: 'POST', path: '/calls', kind: 'status', status: 402, skip: 5 });
		const { error, stored } = await engine.run(run);
		expect(error?.message).toContain('out of credits');
		const again = await engine.retry(run, stored);
		expect(again.error).toBeUndefined();
		expect(again.items).toHaveLength(PHONES.length);
		expect(timesRung()).toEqual(each(1));
	});

	it(`after a kill of n8n ${version.hasResumeToken ? 'rings no phone twice' : 'is a new execution, and calls everybody again'}`, async () => {
		const run = calling();
		const begun = engine.begun(run);
		await engine.run(run, begun);
		expect(timesRung()).toEqual(each(1));
		await engine.retry(run, begun);
		expect(timesRung()).toEqual(each(version.hasResumeToken ? 1 : 2));
	});
});
