import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, type RunOptions } from '../bench';
import { runNode } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { addProspects, useKakiyoBench } from '../kakiyo';
import { asStepOfAgent, errorOf, itemsOf } from './reads';

const kaiCalls = useKaiCallsBench();
const kairo = useKairoBench();
const kakiyo = useKakiyoBench();

const PHONE = '+12025550123';
const SLOT = 'We have a slot on Friday at nine.';

const sending = (message: string, options: IDataObject = {}, to = PHONE): INodeParameters =>
	({
		resource: 'smsMessage',
		operation: 'send',
		agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
		to,
		message,
		options,
	}) as INodeParameters;
const placing = (options: IDataObject = {}): INodeParameters =>
	({
		resource: 'call',
		operation: 'create',
		agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
		to: PHONE,
		options,
	}) as INodeParameters;

/** Each is an execution of its own, as each call of an MCP client is. */
const call = async (parameters: INodeParameters): Promise<IDataObject[]> =>
	itemsOf(await kaiCalls.tool(parameters)({}));
const textsSent = (): number => kaiCalls.requests('/sms/send').length;

describe('an MCP client that gives up and calls again', () => {
	it('sends one text, and reads the first one’s ID, its time, and how to send it again on purpose (case 2)', async () => {
		const [first] = await call(sending(SLOT));
		const [second] = await call(sending(SLOT));
		expect(textsSent()).toBe(1);
		expect(second).toMatchObject({
			...first,
			note: expect.stringMatching(
				/Not done again: .* at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d .*the same from .* on go through.*"Same Again After \(Minutes\)" of this tool to 0/,
			),
		});
		expect(first?.note).toBeUndefined();
	});

	it('rings once when the first answer is lost, and reads that it may have rung, when, and how to look it up (case 1)', async () => {
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler' });
		await call(placing());
		const [second] = await call(placing());
		expect(kaiCalls.timesRung()).toEqual([1]);
		expect(second).toMatchObject({
			outcome: 'startedBefore',
			mayHaveHappened: true,
			error: expect.stringMatching(/equal call of this tool sent this at \d{4}.*Call > Get Many/),
		});
	});

	it('waits for the first call while it is under way, and rings once', async () => {
		const answers = await Promise.all([call(placing()), call(placing())]);
		expect(kaiCalls.timesRung()).toEqual([1]);
		expect(answers.filter((items) => JSON.stringify(items).includes('equal call of this tool'))).toHaveLength(1);
	});

	it.each([
		['other words', () => sending('We have a slot on Monday at ten.')],
		['another person', () => sending(SLOT, {}, '+12025550124')],
		['the same on purpose, with Same Again After at 0', () => sending(SLOT, { sameAgainAfter: 0 })],
	])('sends %s', async (_, then) => {
		await call(sending(SLOT));
		const [answer] = await call(then());
		expect(answer?.error).toBeUndefined();
		expect(textsSent()).toBe(2);
	});

	it('rings after a clear refusal', async () => {
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 402 });
		expect(await errorOf(kaiCalls.tool(placing())({}))).toContain('out of credits');
		const [answer] = await call(placing());
		expect(answer?.error).toBeUndefined();
		expect(kaiCalls.timesRung()).toEqual([1]);
	});

	it('gets the default when Same Again After is empty, and an error with the name of the field when it is not a number', async () => {
		await call(placing({ sameAgainAfter: '={{ $fromAI("minutes", "", "string", "") }}' }));
		await call(placing({ sameAgainAfter: '' }));
		expect(kaiCalls.timesRung()).toEqual([1]);
		expect(await errorOf(kaiCalls.tool(placing({ sameAgainAfter: 'later' }))({}))).toContain(
			'Same Again After (Minutes)',
		);
	});

	it('adds a person once, also through an endpoint for many', async () => {
		const adding = {
			...addProspects,
			dataMode: 'defineBelow',
			name: 'Jane',
			url: 'linkedin.com/in/jane',
		} as INodeParameters;
		await kakiyo.tool(adding)({});
		const [second] = itemsOf(await kakiyo.tool(adding)({}));
		expect(kakiyo.acceptedRows()).toBe(1);
		expect(String(second?.note)).toContain('Not done again');
	});

	it.each([
		['another tool node of the workflow', { settings: { id: 'another-node' } }],
		['a tool node of another workflow', { workflowId: 'another-workflow', settings: { id: 'another-node' } }],
	])('sends one text by %s with the same operation and credential', async (_, other) => {
		const [first] = await call(sending(SLOT));
		const [second] = itemsOf(await kaiCalls.tool(sending(SLOT), other)({}));
		expect(second).toMatchObject({ ...first, note: expect.stringContaining('Not done again') });
		expect(textsSent()).toBe(1);
	});

	it('sends it again by a tool with another credential', async () => {
		await call(sending(SLOT));
		kaiCalls.nextAccount();
		const [answer] = await call(sending(SLOT));
		expect(answer?.error).toBeUndefined();
		expect(textsSent()).toBe(2);
	});

	it('starts one run of KAIRO', async () => {
		const running = {
			resource: 'workflow',
			operation: 'run',
			workflowId: byId(kairo.state.workflows[0]?.id ?? ''),
			inputJson: '{"topic":"tea"}',
		} as INodeParameters;
		await kairo.tool(running)({});
		await kairo.tool(running)({});
		expect(kairo.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	it('is not compared with a workflow: a new execution does the same again', async () => {
		await kaiCalls.run(sending(SLOT));
		await kaiCalls.run(sending(SLOT));
		expect(textsSent()).toBe(2);
	});
});

describe('a person who has switched on Send Again What May Have Been Sent in a tool', () => {
	const again = { sendAgain: true };
	const retrying = async () =>
		itemsOf(await kaiCalls.tool(placing(again), { mode: 'retry', executionId: 'the Retry' })({}));
	beforeEach(() => kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler' }));

	it('sends a call in doubt once more by Retry, and not a third time', async () => {
		await call(placing());
		const [answer] = await retrying();
		expect(answer?.error).toBeUndefined();
		expect(kaiCalls.timesRung()).toEqual([2]);
		expect((await retrying())[0]?.note).toContain('Not done again');
		expect(kaiCalls.timesRung()).toEqual([2]);
	});

	it('sends it once more by Retry of an AI Agent 3, and not in a further Retry', async () => {
		const resumeToken = 'that of the execution';
		const ask = async (options: IDataObject, rest: RunOptions = {}) =>
			(await runNode(asStepOfAgent(kaiCalls.nodeRun(placing(options), { resumeToken, ...rest })))).items[0]?.json;
		await ask({});
		expect((await ask({}, { mode: 'retry', executionId: '1' }))?.outcome).toBe('startedBefore');
		expect((await ask(again, { mode: 'retry', executionId: '2' }))?.error).toBeUndefined();
		expect((await ask(again, { mode: 'retry', executionId: '3' }))?.note).toContain('Not done again');
		expect(kaiCalls.timesRung()).toEqual([2]);
	});

	it('does not press Retry: a model or an MCP client that repeats the call sends nothing again', async () => {
		await call(placing(again));
		const [second] = await call(placing(again));
		expect(second?.outcome).toBe('startedBefore');
		expect(kaiCalls.timesRung()).toEqual([1]);
	});
});
