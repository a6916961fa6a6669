import { beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { NODE, runNode } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { useKakiyoBench } from '../kakiyo';
import { useStand } from '../stand';
import { asStepOfAgent } from './reads';
import { until } from '../../support/eventually';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const stand = useStand();

const CAMPAIGN = { id: 'c1', name: 'Spring outreach' };

const methods = () => stand.received.map(({ method }) => method);

describe('Stop', () => {
	/** Until Stop has been pressed, no reading is answered. */
	let answerAll: () => void;
	beforeEach(() => {
		stand.received.length = 0;
		const waiting: Array<() => void> = [];
		stand.answer = (response) => {
			waiting.push(() =>
				response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify([CAMPAIGN])),
			);
		};
		answerAll = () => {
			stand.answer = (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
			for (const answer of waiting) answer();
		};
	});

	/** n8n does not wait for a node that was stopped: it has the time that others take for some requests of their own. */
	async function othersHaveAsked(): Promise<void> {
		for (let request = 0; request < 20; request++) await (await fetch(stand.origin)).text();
	}

	it('while a step of a workflow looks whether the record has the right name ends it, and nothing is done', async () => {
		let stop = () => {};
		const pause = {
			resource: 'campaign',
			operation: 'pause',
			campaignId: byId('c1'),
			options: { onlyIfName: 'Spring outreach' },
		};
		const running = kakiyo.run(pause, { baseUrl: stand.origin, onStart: (press) => (stop = press) });
		await until(() => stand.received.length > 0);
		stop();
		answerAll();
		await running;
		await othersHaveAsked();
		expect(methods().every((method) => method === 'GET')).toBe(true);
	});

	it.each([
		['a model’s tool looks up the name that is a placeholder', { campaignId: byId('Spring outreach') }],
		[
			'a model’s tool looks whether the record has the name that the model has said',
			{ campaignId: byId('c1'), options: { onlyIfName: 'Spring outreach' } },
		],
	])('while %s ends it, and nothing is done', async (_, parameters) => {
		let stop = () => {};
		const pause = { resource: 'campaign', operation: 'pause', ...parameters } as INodeParameters;
		const running = runNode(
			asStepOfAgent(kakiyo.nodeRun(pause, { baseUrl: stand.origin, onStart: (press) => (stop = press) })),
		);
		await until(() => stand.received.length > 0);
		stop();
		answerAll();
		await running;
		await othersHaveAsked();
		expect(methods().every((method) => method === 'GET')).toBe(true);
	});
});

describe('a loop', () => {
	it('in which an agent calls a new person in each turn is held back from At Most per Day on', async () => {
		const agentId = byId(kaiCalls.state.agents[0]?.id ?? '');
		const calling = {
			resource: 'call',
			operation: 'create',
			agentId,
			to: '={{ "+1202555012" + $runIndex }}',
			personName: '',
			context: '',
			additionalFields: {},
			onlyIfName: '',
			options: { atMostPerDay: 2 },
		} as INodeParameters;
		const { run } = await runNode(asStepOfAgent(kaiCalls.nodeRun(calling, { turns: 4 })));
		const outcomes = run.data.resultData.runData[NODE]?.map(({ data }) => data?.main?.[0]?.[0]?.json.outcome ?? 'done');
		expect(outcomes).toEqual(['done', 'done', 'heldBack', 'heldBack']);
		expect(kaiCalls.timesRung()).toEqual([1, 1]);
	});
});
