import { describe, expect, it } from '@jest/globals';

import { errorOf } from '../agents/reads';
import { byId } from '../bench';
import { useKairoBench } from '../kairo';
import { placeIn, placeOf } from './endpoints';
import { until } from '../../support/eventually';

const bench = useKairoBench();

const runners = [
	{ resource: 'agent', one: () => ({ agentId: byId(bench.state.agents[0]?.id ?? '') }) },
	{ resource: 'workflow', one: () => ({ workflowId: byId(bench.state.workflows[0]?.id ?? '') }) },
] as const;

const items = (count: number) => Array.from({ length: count }, (_, item) => ({ text: `Case ${item}` }));
/** Long enough that the highest number of runs is under way together, even on a slow machine. */
const LONG_RUNS = { runSeconds: 60 };
const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;

describe.each(runners)('a run of a $resource', ({ resource, one }) => {
	const start = placeOf(resource, 'run');
	const look = placeOf(resource, 'getRun');
	const running = (fields = {}) => ({
		resource,
		operation: 'run',
		[`${resource}InputType`]: 'text',
		input: '={{ $json.text }}',
		...one(),
		...fields,
	});
	const waiting = (fields = {}) => running({ waitForRun: true, ...fields });
	const starts = () => bench.requests().filter(({ method }) => method === 'POST');
	const polls = () => bench.requests().filter(({ method, route }) => method === 'GET' && route.endsWith('/:runId'));
	const failPolls = (kind: 'status' | 'resetAfterHandler' | 'html', rest = {}) =>
		bench.control.fail({ ...look, kind, times: 100, ...rest });

	it('is only started unless the user wants to wait', async () => {
		const { items: output } = await bench.run(running(), { items: items(1) });
		expect(output.map(({ json }) => json)).toEqual([{ id: expect.any(String), status: 'queued' }]);
		expect(polls()).toEqual([]);
	});

	it('is waited for until it has ended', async () => {
		const { items: output } = await bench.run(waiting(), { items: items(1) });
		expect(output[0]?.json).toMatchObject({ status: 'completed', outcome: 'ended', cost_usd: expect.any(Number) });
		expect(starts()).toHaveLength(1);
		expect(polls().length).toBeGreaterThan(1);
	});

	it.each(['succeeded', 'done'] as const)('has ended as well when it is called %s', async (completedStatus) => {
		bench.control.configureKairo({ completedStatus });
		const { items: output } = await bench.run(waiting(), { items: items(1) });
		expect(output[0]?.json).toMatchObject({ status: completedStatus, outcome: 'ended' });
	});

	it.each(['failed', 'error', 'errored'] as const)(
		'that %s is a result, not an end of the workflow',
		async (failedStatus) => {
			bench.control.configureKairo({ runsFail: true, failedStatus });
			const { items: output, error } = await bench.run(waiting(), { items: items(2) });
			expect(error).toBeUndefined();
			expect(output.map(({ json }) => [json.status, json.outcome])).toEqual([
				[failedStatus, 'ended'],
				[failedStatus, 'ended'],
			]);
		},
	);

	it('that takes too long comes out in its present state, and a re-run does not start it again', async () => {
		bench.control.configureKairo({ runSeconds: 100_000 });
		bench.control.fail({ ...start, kind: 'status', status: 404, skip: 1 });
		const parameters = waiting({ timeLimit: 0.1, options: { maxConcurrentRuns: 1 } });
		const { items: output, error } = await bench.run(parameters, { items: items(2), settings: retryOnFail });
		expect(error).toBeUndefined();
		expect(output.map(({ json }) => json.outcome)).toEqual(['timeLimit', 'timeLimit']);
		expect(output[0]?.json).toMatchObject({ input: 'Case 0', hint: expect.stringContaining('Do not start it again') });
		expect(bench.startedRuns().map(({ input }) => input)).toEqual(['Case 0', 'Case 1']);
	});

	it('that another item cuts short is followed by the re-run, not started again', async () => {
		bench.control.configureKairo(LONG_RUNS);
		bench.control.fail({ ...start, kind: 'status', status: 404, skip: 2 });
		const { items: output, error } = await bench.run(waiting(), { items: items(3), settings: retryOnFail });
		expect(error).toBeUndefined();
		expect(output.map(({ json }) => [json.input, json.status, json.outcome])).toEqual(
			items(3).map(({ text }) => [text, 'completed', 'ended']),
		);
		expect(bench.startedRuns().map(({ input }) => input)).toEqual(['Case 0', 'Case 1', 'Case 2']);
	});

	it('whose state cannot be read is named, and never started again', async () => {
		failPolls('status', { status: 403 });
		const { error } = await bench.run(waiting(), { items: items(1), settings: retryOnFail });
		const [started] = bench.startedRuns();
		expect(error?.message).toContain(
			`The run "${started?.id}" started, but its state could not be read: KAIRO refused to show it (status 403)`,
		);
		expect(error?.description).toContain('Do not start it again');
		expect(error?.description).not.toMatch(/run (the item|it) again/i);
		expect(starts()).toHaveLength(1);
	});

	it('whose state cannot be read is unknown on its item', async () => {
		bench.control.configureKairo({ runSeconds: 100_000 });
		failPolls('status', { status: 404, skip: 1 });
		const { items: output } = await bench.run(waiting(), {
			items: items(1),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(output[0]).toMatchObject({
			json: {
				error: expect.stringContaining(bench.startedRuns()[0]?.id ?? '?'),
				details: { outcome: 'unknown', httpCode: '404' },
			},
			pairedItem: { item: 0 },
		});
		const [run] = bench.startedRuns();
		const tried = placeIn(resource, 'getRun', { [`${resource}Id`]: run?.started_by.id ?? '?', runId: run?.id ?? '?' });
		expect(output[0]?.json.error).toContain(`${tried}, a path that this node assumes`);
	});

	it.each([
		['resetAfterHandler', { times: 2 }],
		['status', { status: 503, times: 8 }],
		['html', { times: 3 }],
	] as const)('is followed through outages: %s', async (kind, rest) => {
		bench.control.configureKairo({ runSeconds: 30 });
		failPolls(kind, rest);
		const { items: output } = await bench.run(waiting(), { items: items(1) });
		expect(output[0]?.json).toMatchObject({ outcome: 'ended' });
		expect(starts()).toHaveLength(1);
	});

	it.each(['resetAfterHandler', 'cutBody'] as const)('is not started again after %s', async (kind) => {
		bench.control.fail({ ...start, kind });
		const { error } = await bench.run(waiting(), { items: items(1), settings: retryOnFail });
		expect(error?.message).toMatch(/^The outcome is unknown/);
		expect(error?.description).toContain('> Get Runs whether it was started.');
		expect(bench.startedRuns()).toHaveLength(1);
	});

	it.each([
		['empty', undefined],
		['nameless', { status: 'queued' }],
	])('whose start has an %s answer cannot be followed, and says so', async (_, body) => {
		bench.control.fail({ ...start, kind: 'status', status: 202, body, afterHandler: true });
		const { items: output } = await bench.run(waiting(), { items: items(1), settings: retryOnFail });
		expect(output[0]?.json).toMatchObject({
			...body,
			outcome: 'notFollowed',
			hint: expect.stringContaining('Get Runs'),
		});
		expect(bench.startedRuns()).toHaveLength(1);
	});

	it('is followed by the ID in its envelope', async () => {
		const body = { data: { run_id: bench.state.runs.at(-1)?.id } };
		bench.control.fail({ ...start, kind: 'status', status: 200, body });
		bench.control.fail({ ...look, kind: 'status', status: 200, body: { data: { id: 'r', state: 'DONE' } } });
		const { items: output } = await bench.run(waiting(), { items: items(1) });
		expect(output[0]?.json).toEqual({ id: 'r', state: 'DONE', outcome: 'ended' });
		expect(polls()[0]?.path).toContain(body.data.run_id);
	});

	it('is one of the runs that the plan allows at once', async () => {
		bench.control.configureKairo(LONG_RUNS);
		const { items: output } = await bench.run(waiting(), { items: items(12) });
		expect(output.map(({ json }) => json.input)).toEqual(items(12).map(({ text }) => text));
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items(12).map((_, item) => ({ item })));
		expect(bench.control.kairoRunLoad()).toEqual({ peak: 5, refused: 0 });
	});

	it('counts together with those of other executions of the same account', async () => {
		bench.control.configureKairo(LONG_RUNS);
		const both = [waiting(), waiting()].map(async (parameters) => await bench.run(parameters, { items: items(6) }));
		const outputs = (await Promise.all(both)).flatMap((result) => result.items);
		expect(outputs.map(({ json }) => json.outcome)).toEqual(Array.from({ length: 12 }, () => 'ended'));
		expect(bench.control.kairoRunLoad()).toEqual({ peak: 5, refused: 0 });
	});

	it.each([1, 3, 8])('is one of %i at once if the user says so', async (maxConcurrentRuns) => {
		bench.control.configureKairo({ ...LONG_RUNS, concurrentRuns: 25 });
		await bench.run(waiting({ options: { maxConcurrentRuns } }), { items: items(maxConcurrentRuns + 1) });
		expect(bench.control.kairoRunLoad().peak).toBe(maxConcurrentRuns);
	});

	it('names the option to change when KAIRO has too many runs', async () => {
		bench.control.configureKairo({ runSeconds: 100_000, concurrentRuns: 2 });
		const { items: output } = await bench.run(running({ options: { maxRetries: 0 } }), {
			items: items(3),
			settings: { onError: 'continueRegularOutput' },
		});
		const refused = output.map(({ json }) => json).filter((json) => json.error !== undefined);
		expect(refused).toMatchObject([
			{
				error: 'KAIRO has too many runs at once, or its request limit is reached',
				details: {
					outcome: 'unavailable',
					httpCode: '429',
					description: expect.stringContaining('turn on Wait for Run or lower Max Concurrent Runs'),
				},
			},
		]);
	});

	it('frees its place when it is refused', async () => {
		bench.control.fail({ ...start, kind: 'status', status: 400, times: 3 });
		const { items: output } = await bench.run(waiting({ options: { maxConcurrentRuns: 1 } }), {
			items: items(4),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(output.map(({ json }) => json.outcome)).toEqual([undefined, undefined, undefined, 'ended']);
	});

	it('is not started any more once Stop is pressed', async () => {
		bench.control.configureKairo({ runSeconds: 100_000 });
		let stop = () => {};
		const execution = bench.run(waiting(), { items: items(12), onStart: (stopRun) => (stop = stopRun) });
		await until(() => bench.startedRuns().length === 5 && polls().length >= 5);
		stop();
		await execution;
		const requests = bench.requests().length;
		expect(bench.startedRuns()).toHaveLength(5);
		// The places are free again.
		bench.control.configureKairo({ concurrentRuns: 25, runSeconds: 1 });
		const { items: output } = await bench.run(waiting(), { items: items(5) });
		expect(output).toHaveLength(5);
		expect(bench.startedRuns()).toHaveLength(10);
		expect(
			bench
				.requests()
				.slice(requests)
				.filter(({ method }) => method === 'POST'),
		).toHaveLength(5);
	});

	it('that goes on when another item ends the node is reported as started', async () => {
		bench.control.configureKairo({ runSeconds: 100_000 });
		bench.control.fail({ ...start, kind: 'status', status: 400, skip: 2 });
		const { error } = await bench.run(waiting(), { items: items(3) });
		const [first, second] = bench.startedRuns();
		expect(error?.message).toBe(
			`The run "${first?.id}" continues in KAIRO, but the node ended before it [item 0 of 3]`,
		);
		expect(error?.description).toContain('Do not start it again');
		expect(error?.description).toContain('Item 2 ended it: KAIRO did not accept the request (status 400).');
		expect(error?.description).toContain(
			`Runs were started for item 0 ("${first?.id}"), item 1 ("${second?.id}"). Started, not finished: item 0 to 1. Not done: item 2.`,
		);
		expect(bench.startedRuns()).toHaveLength(2);
	});

	it.each([
		[{ input: '={{ $json.nothing }}' }, '"Input" is empty'],
		[{ input: '={{ ({ a: 1 }) }}' }, '"Input" must be a single value'],
		[{ [`${resource}InputType`]: 'json', inputJson: '{' }, '"Input (JSON)" is not valid JSON'],
		[{ [`${resource}InputType`]: 'json', inputJson: '={{ $json.nothing }}' }, '"Input (JSON)" is empty'],
		[{ [`${resource}InputType`]: 'json', inputJson: '={{ null }}' }, '"Input (JSON)" is empty'],
		[
			{ [`${resource}InputType`]: 'json', inputJson: '={{ ({ leads: [{ id: $json.nothing }] }) }}' },
			'"Input (JSON)" has undefined in "leads[0].id": a value is missing',
		],
		[{ waitForRun: true, timeLimit: 0 }, '"Time Limit (Minutes)" must be above 0 (got 0)'],
		[{ options: { maxConcurrentRuns: 0 } }, '"Max Concurrent Runs" must be a whole number from 1 (got "0")'],
		[{ options: { additionalBody: '[]' } }, '"More Settings (JSON)" has wrong content: must be an object'],
	])('with %j is not started', async (fields, message) => {
		const { error } = await bench.run(running(fields), { items: items(1) });
		expect(error?.message).toContain(message);
		expect(bench.requests()).toEqual([]);
	});
});

describe('a run as an AI agent’s tool', () => {
	const tool = () =>
		bench.tool({
			resource: 'agent',
			operation: 'run',
			agentId: byId(bench.state.agents[0]?.id ?? ''),
			input: '={{ $fromAI("input", "", "string") }}',
			waitForRun: true,
		});

	it('answers with its outcome', async () => {
		expect(String(await tool()({ input: 'Is it a lead?' }))).toContain('completed');
	});

	it('is the same run when the agent repeats the call, and says so', async () => {
		const call = tool();
		await call({ input: 'Summarize the week' });
		expect(String(await call({ input: 'Summarize the week' }))).toContain('Not done again');
		expect(bench.startedRuns()).toHaveLength(1);
		await call({ input: 'Another' });
		expect(bench.startedRuns()).toHaveLength(2);
	});

	it('is not started again after an unclear answer, for any number of calls by the agent', async () => {
		bench.control.fail({ ...placeOf('agent', 'run'), kind: 'resetAfterHandler', times: 10 });
		const call = tool();
		expect(await errorOf(call({ input: 'Summarize the week' }))).toContain('The outcome is unknown');
		expect(await errorOf(call({ input: 'Summarize the week' }))).toContain('The outcome is unknown');
		expect(bench.startedRuns()).toHaveLength(1);
	});
});
