import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { WaitingN8n } from '../waitingN8n';
import { until } from '../../support/eventually';

const bench = useKaiCallsBench();

let n8n: WaitingN8n;

beforeEach(async () => {
	n8n = await new WaitingN8n().start();
	// Calls end when the test says so.
	bench.control.configureKaiCalls({ endsAfterSeconds: 10_000_000 });
});

afterEach(async () => await n8n.stop());

/** For 500 calls on a loaded machine. */
const PATIENCE_MS = 90_000;

const numbers = (count: number) => Array.from({ length: count }, (_, index) => ({ phone: `+1202${5560000 + index}` }));

const createAndWait = (rest: IDataObject = {}) => ({
	resource: 'call',
	operation: 'createAndWait',
	agentId: byId(bench.state.agents[0]?.id ?? ''),
	to: '={{ $json.phone }}',
	timeLimit: 1_000_000,
	...rest,
});

const callsTo = () => bench.state.calls.filter(({ webhook_url }) => webhook_url !== null);

/** Ends calls, some at once, as KaiCalls would. @returns what n8n answered to their reports */
async function end(ids: string[], atOnce = 20): Promise<unknown[]> {
	const line = ids.values();
	const answers: unknown[] = [];
	const worker = async () => {
		for (const callId of line) {
			const outcomes = await bench.control.completeCall({ callId, summary: `Of ${callId}` });
			answers.push(...outcomes.map(({ status }) => status));
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return answers;
}

function readsByCall(): Map<string, number> {
	const reads = new Map<string, number>();
	for (const { method, query } of bench.requests('/calls')) {
		const id = (query as IDataObject).id;
		if (method === 'GET' && typeof id === 'string') reads.set(id, (reads.get(id) ?? 0) + 1);
	}
	return reads;
}

const tooMany = () => bench.requests().filter(({ status }) => status === 429);

/** A repeatable order without a source of chance. */
const mixed = (ids: string[]): string[] =>
	ids
		.map((id, index) => ({ id, at: ((index + 1) * 1_237) % 7_919 }))
		.sort((a, b) => a.at - b.at)
		.map(({ id }) => id);

describe('many calls of one waiting execution', () => {
	it(
		'500 calls that end in any order each have their outcome, with two reads at most; every report is accepted, and other work on the key goes on',
		async () => {
			const running = n8n.run(bench.nodeRun(createAndWait(), { items: numbers(500) }));
			// Some end while others are still being placed, when n8n takes no reports yet.
			await until(() => callsTo().length >= 300, PATIENCE_MS);
			const early = callsTo()
				.slice(0, 100)
				.map(({ id }) => id);
			expect(new Set(await end(early))).toEqual(new Set([409]));
			const { run } = await running;
			expect(run.status).toBe('waiting');

			const others = bench.run(
				{ resource: 'call', operation: 'get', callId: byId('={{ $json.id }}') },
				{
					items: callsTo()
						.slice(0, 50)
						.map(({ id }) => ({ id })),
				},
			);
			const left = callsTo().flatMap(({ id }) => (early.includes(id) ? [] : [id]));
			const answers = await end(mixed(left));
			expect((await others).items).toHaveLength(50);
			await until(() => n8n.rows !== undefined, PATIENCE_MS);

			expect(n8n.rows?.map(({ to, id, outcome, summary }) => ({ to, id, outcome, summary }))).toEqual(
				callsTo().map(({ id, to }) => ({ to, id, outcome: 'talked', summary: `Of ${id}` })),
			);
			// In scaled time the vendor waits for a tenth of a second, which a busy machine may exceed; the outcome
			// must be there anyway.
			expect(answers.filter((status) => status !== 200 && status !== 409 && status !== 'timeout')).toEqual([]);
			expect(tooMany()).toEqual([]);
			const reads = [...readsByCall()].map(
				([id, times]) =>
					times -
					(callsTo()
						.slice(0, 50)
						.some((call) => call.id === id)
						? 1
						: 0),
			);
			expect(Math.max(...reads)).toBeLessThanOrEqual(2);
		},
		3 * PATIENCE_MS,
	);
});

describe('the time limit', () => {
	it('makes the node read once more: a call that ended without a report has its outcome, a call that goes on says so', async () => {
		bench.control.configureKaiCalls({ callback: 'never' });
		const { run } = await n8n.run(bench.nodeRun(createAndWait({ timeLimit: 2 }), { items: numbers(3) }));
		expect(run.status).toBe('waiting');
		const [first, second, third] = callsTo().map(({ id }) => id);
		await end([first ?? '', third ?? '']);
		await until(() => n8n.rows !== undefined);
		expect(n8n.rows).toMatchObject([
			{ id: first, outcome: 'talked' },
			{ id: second, outcome: 'timeLimit', status: 'unknown', waitedUntil: expect.any(String) },
			{ id: third, outcome: 'talked' },
		]);
		expect(n8n.answers).toEqual([200]);
	});

	it('ends early when the report of the last call comes', async () => {
		await n8n.run(bench.nodeRun(createAndWait(), { items: numbers(2) }));
		expect(
			await end(
				callsTo().map(({ id }) => id),
				1,
			),
		).toEqual([200, 200]);
		await until(() => n8n.rows !== undefined);
		expect(n8n.rows).toMatchObject([{ outcome: 'talked' }, { outcome: 'talked' }]);
		expect([...readsByCall().values()].filter((times) => times > 2)).toEqual([]);
	});
});

describe('reports of a waiting execution', () => {
	it('are answered with 200 while the API is down, and the execution goes on when it is up again', async () => {
		await n8n.run(bench.nodeRun(createAndWait(), { items: numbers(1) }));
		bench.control.fail({ method: 'GET', path: '/calls', kind: 'status', status: 503, times: 3 });
		expect(await end(callsTo().map(({ id }) => id))).toEqual([200]);
		await until(() => n8n.rows !== undefined);
		expect(n8n.rows).toMatchObject([{ outcome: 'talked' }]);
	});

	it('wait for a job that has used up the limit of the key', async () => {
		await n8n.run(bench.nodeRun(createAndWait(), { items: numbers(1) }));
		bench.control.fail({
			method: 'GET',
			path: '/calls',
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '50' },
		});
		const id = bench.state.calls[0]?.id ?? '';
		const read = async (count: number, options: { maxRetries?: number }) =>
			await bench.run(
				{ resource: 'call', operation: 'get', callId: byId(id), options },
				{ items: Array.from({ length: count }, () => ({})) },
			);
		expect((await read(1, { maxRetries: 0 })).error?.message).toContain('request limit');
		const job = read(25, {});
		expect(await end(callsTo().map((call) => call.id))).toEqual([200]);
		await until(() => n8n.rows !== undefined);
		expect(n8n.rows).toMatchObject([{ outcome: 'talked' }]);
		expect((await job).items).toHaveLength(25);
	});

	it('carry the outcome of a call to the item that repeats it, too', async () => {
		const [one] = numbers(1);
		const { run } = await n8n.run(bench.nodeRun(createAndWait(), { items: [{ ...one }, { ...one }] }));
		expect(run.status).toBe('waiting');
		expect(bench.timesRung()).toEqual([1]);
		await end(callsTo().map(({ id }) => id));
		await until(() => n8n.rows !== undefined);
		const [{ id } = { id: '' }] = callsTo();
		expect(n8n.rows).toMatchObject([
			{ id, outcome: 'talked' },
			{ id, outcome: 'talked', duplicateOfItem: 0, note: 'Not sent: it is the same as item 0' },
		]);
	});
});
