import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';

import type { N8nClient } from '../../demo/client';
import type { SandboxCredentials } from '../../demo/credentials';
import { startSandbox, type Sandbox } from '../../sandbox';
import { accountOf, pressRetry, startCallList, type Account, type CallList } from './callList';
import { eventually } from '../support/eventually';

/** After a kill, the outcome is open for requests in flight (at most five) and for those answered a moment before. */
export const MOST_UNKNOWN = 10;

/** An n8n of a test's own, in single or in queue mode. */
export interface CallingN8n {
	readonly url: string;
	readonly client: N8nClient;
	stop(): Promise<void>;
}

/** An n8n that places calls in a sandbox of its own; the same for all tests of a file. */
export interface CallListHarness<N8n extends CallingN8n = CallingN8n> {
	readonly n8n: N8n;
	readonly sandbox: Sandbox;
	/** The phones ring at once, and the answers take their time. */
	answerSlowly(delaySeconds: number): void;
	/** The account has no credits when it has placed some calls. */
	refuseOnceAfter(calls: number): void;
	callList(more?: Partial<CallList>): CallList;
	/** @returns the ID of the execution */
	startCalling(phones: string[], more?: Partial<CallList>): Promise<string>;
	timesRung(phones: string[]): number[];
	placed(phones: string[]): number;
	placedAtLeast(count: number, phones: string[], deadlineMs?: number): Promise<void>;
	/** Presses Retry, and compares the outcome of each phone with the items. */
	retried(executionId: string, phones: string[], workflow?: 'saved' | 'original'): Promise<Account>;
}

/** No phone rings twice; one that never rang belongs to an item that says that it is not known. */
export function expectPromiseKept(
	{ control }: Sandbox,
	phones: string[],
	{ done, doneBefore, unknown, failed }: Account,
): void {
	const rung = control.callsPlaced();
	const times = phones.map((phone) => rung[phone] ?? 0);
	expect(Math.max(...times)).toBe(1);
	expect({ items: done + doneBefore + unknown, failed }).toEqual({ items: phones.length, failed: 0 });
	expect(times.filter((count) => count === 0).length).toBeLessThanOrEqual(unknown);
}

/** Starts both before the tests of the file, which begin with a sandbox as new. */
export function callListHarness<N8n extends CallingN8n>(start: () => Promise<N8n>): CallListHarness<N8n> {
	let sandbox: Sandbox;
	let n8n: N8n;
	let credentials: SandboxCredentials;

	beforeAll(async () => {
		sandbox = await startSandbox();
		n8n = await start();
		const name = 'KaiCalls, on a plan without limits';
		const data = { ...sandbox.kaicalls, requestsPerMinute: 1_000_000 };
		const id = await n8n.client.saveCredential({ type: 'kaiCallsOutreachApi', name, data });
		credentials = { kaiCallsOutreachApi: { id, name } };
	});

	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
	});

	beforeEach(() => {
		sandbox.control.reset();
		sandbox.control.configureKaiCalls({ rateLimits: false, unstartable: [] });
	});

	const timesRung = (phones: string[]) => {
		const rung = sandbox.control.callsPlaced();
		return phones.map((phone) => rung[phone] ?? 0);
	};
	const placed = (phones: string[]) => timesRung(phones).reduce((sum, times) => sum + times, 0);
	const calls = { vendor: 'kaicalls', method: 'POST', path: '/calls' } as const;
	const callList = (more: Partial<CallList> = {}): CallList => {
		const agentId = sandbox.control.kaiCallsState().agents[0]?.id ?? '';
		return { credentials, agentId, onError: 'continueRegularOutput', ...more };
	};

	return {
		get n8n() {
			return n8n;
		},
		get sandbox() {
			return sandbox;
		},
		answerSlowly: (delaySeconds) =>
			sandbox.control.fail({ ...calls, kind: 'slow', delaySeconds, afterHandler: true, times: 100_000 }),
		refuseOnceAfter: (skip) => sandbox.control.fail({ ...calls, kind: 'status', status: 402, skip }),
		callList,
		startCalling: async (phones, more) => await startCallList(n8n.client, n8n.url, phones, callList(more)),
		timesRung,
		placed,
		placedAtLeast: async (count, phones, deadlineMs = 60_000) =>
			void (await eventually(`${count} calls`, async () => placed(phones) >= count, deadlineMs)),
		async retried(executionId, phones, workflow) {
			const account = accountOf(await pressRetry(n8n.client, executionId, workflow));
			expectPromiseKept(sandbox, phones, account);
			return account;
		},
	};
}
