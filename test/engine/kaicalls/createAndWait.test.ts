import { describe, expect, it } from '@jest/globals';
import type { IDataObject, IRun } from 'n8n-workflow';

import { errorOf } from '../agents/reads';
import { KaiCallsOutreachApi } from '../../../credentials/KaiCallsOutreachApi.credentials';
import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { Bench, byId, onBench } from '../bench';
import { NODE, runNode } from '../engine';

const bench = onBench(
	new Bench({
		node: () => new KaiCalls(),
		credential: () => new KaiCallsOutreachApi(),
		account: ({ kaicalls }) => kaicalls,
	}),
);

const JANE = '+12025550111';
const JOE = '+12025550112';
/** The sandbox's number that the voice provider cannot start. */
const UNSTARTABLE = '+12025550198';

const agentId = () => byId(bench.control.kaiCallsState().agents[0]?.id ?? '');

const createAndWait = (rest: IDataObject = {}) => ({
	resource: 'call',
	operation: 'createAndWait',
	agentId: agentId(),
	to: '={{ $json.phone }}',
	// Longer than all tests: when it passes, the node calls itself.
	timeLimit: 1_000_000,
	...rest,
});

const phones = (...numbers: string[]) => numbers.map((phone) => ({ phone }));

/** The input with which the execution goes on if no callback comes: n8n passes the waiting node's input through. */
const carried = ({ data }: IRun): IDataObject[] =>
	(data.executionData?.nodeExecutionStack[0]?.data.main?.[0] ?? []).map(({ json }) => json);

const placed = () => bench.requests('/calls').filter(({ method }) => method === 'POST');

describe('Call > Create and Wait', () => {
	it('places the call with the address of the waiting execution for reports, and waits', async () => {
		bench.control.configureKaiCalls({ endsAfterSeconds: 6_000 });
		const fields = {
			personName: 'Jane',
			context: 'Friday',
			additionalFields: { firstMessage: 'Hello', maxDuration: 90 },
		};
		const { run, items } = await bench.run(createAndWait(fields), { items: phones(JANE) });
		expect(placed().map(({ body }) => body)).toEqual([
			{
				agent_id: agentId().value,
				to: JANE,
				context: 'Friday',
				firstMessage: 'Hello',
				max_duration: 90,
				name: 'Jane',
				webhook_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1\/n8n\/.+\/2(\?signature=.+)?$/),
			},
		]);
		expect(run.status).toBe('waiting');
		expect(run.waitTill).toBeInstanceOf(Date);
		expect(items.map(({ json }) => json.outcome)).toEqual(['waiting']);
	});

	it('stores a clear result for each item before the wait, for the end of the time limit', async () => {
		bench.control.configureKaiCalls({ endsAfterSeconds: 6_000 });
		const { run } = await bench.run(createAndWait(), { items: phones(JANE, JOE) });
		expect(carried(run)).toEqual(
			[JANE, JOE].map((to) =>
				expect.objectContaining({ to, status: 'unknown', outcome: 'timeLimit', id: expect.any(String) }),
			),
		);
		expect(bench.control.callsPlaced()).toEqual({ [JANE]: 1, [JOE]: 1 });
	});

	it('waits by the longest time limit of its items', async () => {
		bench.control.configureKaiCalls({ endsAfterSeconds: 6_000 });
		const before = Date.now();
		const { run } = await bench.run(createAndWait({ timeLimit: '={{ $json.minutes }}' }), {
			items: [
				{ phone: JANE, minutes: 1_000_000 },
				{ phone: JOE, minutes: 6_000_000 },
			],
		});
		expect(Number(run.waitTill) - before).toBeGreaterThan(5_000_000 * 60_000);
	});

	it('does not wait for a call that ended before the wait was stored', async () => {
		bench.control.configureKaiCalls({ callback: 'beforeReply' });
		const { run, items } = await bench.run(createAndWait(), { items: phones(JANE) });
		expect(run.status).toBe('success');
		expect(items).toMatchObject([{ json: { status: 'completed', outcome: 'talked' }, pairedItem: { item: 0 } }]);
	});

	it('keeps the outcomes of ended calls if the API fails afterwards, and waits for the others', async () => {
		bench.control.configureKaiCalls({ callback: 'beforeReply' });
		bench.control.fail({ method: 'GET', path: '/calls', kind: 'status', status: 403, skip: 2 });
		const { run, items } = await bench.run(createAndWait(), { items: phones(JANE, JOE) });
		expect(carried(run).map(({ outcome }) => outcome)).toEqual(['timeLimit', 'talked']);
		// A call that has ended does not wait.
		expect(items).toMatchObject([{ json: { to: JANE, outcome: 'waiting' } }]);
		expect(items).toHaveLength(1);
	});

	it('waits for all placed calls, even if the API does not answer reads', async () => {
		bench.control.fail({ method: 'GET', path: '/calls', kind: 'status', status: 403, times: 99 });
		const { run, error } = await bench.run(createAndWait(), { items: phones(JANE, JOE) });
		expect(error?.message).toBeUndefined();
		expect(run.status).toBe('waiting');
		expect(carried(run).map(({ outcome }) => outcome)).toEqual(['timeLimit', 'timeLimit']);
		expect(placed()).toHaveLength(2);
	});

	it('never rings twice: not after a doubtful answer, and not when Retry On Fail runs the node again', async () => {
		bench.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler', skip: 1 });
		const { run, error } = await bench.run(createAndWait(), {
			items: phones(JANE, JOE),
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(run.status).toBe('error');
		expect(error?.message).toContain('The outcome is unknown');
		expect(error?.description).toContain('Done: item');
		expect(Object.values(bench.control.callsPlaced()).every((times) => times === 1)).toBe(true);
	});

	describe('n8n’s Retry of an execution that has waited', () => {
		const described = () => createAndWait({ to: JANE, context: '={{ $json.note }}' });
		const waited = async () => await bench.run(described(), { items: [{ note: 'Asked for a demo' }] });

		it('calls no person again when it was stopped during the wait, and continues with the known outcomes', async () => {
			const stopped = await waited();
			const { run, items } = await bench.retry(described(), stopped);
			expect(run.status).toBe('success');
			expect(items).toMatchObject([
				{
					json: {
						to: JANE,
						outcome: 'timeLimit',
						hint: expect.stringContaining('at the Retry of the waiting execution'),
					},
				},
			]);
			expect(placed()).toHaveLength(1);
		});

		it('calls no person again when n8n was killed in a later node, and goes on with the outcome', async () => {
			const killed = await waited();
			const { resultData, executionData } = killed.stored.data;
			const rows = carried(killed.stored).map((row) => ({
				json: { ...row, status: 'completed', outcome: 'talked' },
				pairedItem: { item: 0 },
			}));
			for (const entry of executionData?.nodeExecutionStack ?? []) entry.data.main = [rows];
			for (const runs of Object.values(resultData.runData)) runs.pop();
			delete killed.stored.data.waitTill;
			const { items } = await bench.retry(described(), killed);
			expect(items).toMatchObject([{ json: { to: JANE, outcome: 'talked' } }]);
			expect(placed()).toHaveLength(1);
		});

		it('calls a person of a later turn of a loop again, if a node between the turns had failed', async () => {
			const failed = await waited();
			const { resultData, executionData } = failed.stored.data;
			const rows = carried(failed.stored).map((row) => ({
				json: { ...row, status: 'no-answer', outcome: 'noAnswer' },
				pairedItem: { item: 0 },
			}));
			for (const entry of executionData?.nodeExecutionStack ?? []) entry.data.main = [rows];
			// The first turn has ended.
			for (const run of resultData.runData[NODE] ?? []) run.data = { main: [rows] };
			delete failed.stored.data.waitTill;
			const { run } = await bench.retry(described(), failed);
			expect(run.status).toBe('waiting');
			expect(placed()).toHaveLength(2);
		});
	});

	it('waits out a rate limit while it places the calls', async () => {
		bench.control.configureKaiCalls({ callsPerWindow: 2, endsAfterSeconds: 600 });
		const numbers = Array.from({ length: 5 }, (_, index) => `+1202555012${index}`);
		const { run } = await bench.run(createAndWait(), { items: phones(...numbers) });
		expect(run.status).toBe('waiting');
		expect(bench.control.callsPlaced()).toEqual(Object.fromEntries(numbers.map((number) => [number, 1])));
	});

	it('rings no phone when one of the items is unfit and On Error is Stop', async () => {
		const { error } = await bench.run(createAndWait(), { items: phones(JANE, 'no number') });
		expect(error?.message).toContain('Phone Number');
		expect(bench.control.callsPlaced()).toEqual({});
	});

	it('rings no phone without a time limit', async () => {
		const { error } = await bench.run(createAndWait({ timeLimit: 0 }), { items: phones(JANE) });
		expect(error?.message).toContain('Time Limit');
		expect(bench.requests()).toEqual([]);
	});

	it('rings no phone when KaiCalls could not call back', async () => {
		const { error } = await bench.run(createAndWait(), {
			items: phones(JANE),
			baseUrl: 'https://kaicalls.example/api/v1',
		});
		expect(error?.message).toContain('KaiCalls cannot reach this n8n');
		expect(error?.message).not.toContain('signature');
		expect(bench.requests()).toEqual([]);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'waits for the placed calls, and keeps the other items in their place (%s)',
		async (onError) => {
			const { run } = await bench.run(createAndWait(), {
				items: phones('no number', UNSTARTABLE, JANE),
				settings: { onError, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			});
			expect(run.status).toBe('waiting');
			// What n8n sends to the error output by itself has nothing beside the failure.
			const inputColumns = (phone: string) => (onError === 'continueRegularOutput' ? { phone } : {});
			expect(carried(run)).toEqual([
				{ ...inputColumns('no number'), error: expect.stringContaining('Phone Number'), details: expect.anything() },
				{ ...inputColumns(UNSTARTABLE), error: expect.stringContaining('unknown'), details: expect.anything() },
				expect.objectContaining({ to: JANE, outcome: 'timeLimit' }),
			]);
			expect(placed()).toHaveLength(2);
		},
	);

	it('does not wait when no call was placed', async () => {
		const { run, items } = await bench.run(createAndWait(), {
			items: phones('no number'),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(run.status).toBe('success');
		expect(items[0]?.json.error).toContain('Phone Number');
	});

	it('uses the options of the node', async () => {
		bench.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 429, times: 10 });
		const { error } = await bench.run(
			createAndWait({ options: { maxRetries: 1 }, requestOptions: { timeout: 2_000 } }),
			{
				items: phones(JANE),
			},
		);
		expect(error?.message).toContain('request limit');
		// Max Retries counts windows, because KaiCalls does not say when they end.
		const [first = NaN, last = NaN] = [placed()[0]?.time, placed().at(-1)?.time];
		expect(last - first).toBeGreaterThanOrEqual(60_000);
		expect(placed().length).toBeLessThan(12);
	});

	it('explains why it cannot wait to an agent that runs its tools as nodes', async () => {
		class KaiCallsTool extends KaiCalls {
			constructor() {
				super();
				this.description.name = 'kaiCallsTool';
			}
		}
		const { items } = await runNode({
			type: new KaiCallsTool(),
			credential: bench.credential(),
			parameters: createAndWait({ to: JANE }),
		});
		expect(items[0]?.json.error).toContain('cannot wait as the tool of an AI agent');
		expect(bench.requests()).toEqual([]);
	});

	it.each(['routing', 'one by one'] as const)('explains why it cannot wait here, through "%s"', async (entryPoint) => {
		const { error } = await bench.run(createAndWait(), { items: phones(JANE, JOE), entryPoint });
		expect(error?.message).toContain('cannot wait if n8n runs the node without its own execution; no one was called');
		expect(bench.requests()).toEqual([]);
	});

	it('explains why it cannot wait to an AI agent, and rings no phone', async () => {
		const call = bench.tool(createAndWait({ to: JANE }));
		expect(await errorOf(call({}))).toContain('cannot wait as the tool of an AI agent');
		expect(bench.requests()).toEqual([]);
	});
});
