import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { N8nClient, type FinishedExecution } from '../../demo/client';
import { control } from './control';
import { expectSuccess, outputOf } from './execution';
import { ScriptedModel, type ToolCall, type Turn } from './scriptedModel';
import { DANA, PHONE, runningCampaign, toolNodes, TOOLS, usedBy, writes } from './toolNodes';
import { step } from './workflowStep';
import { world } from './world';

const NODES = { trigger: 'By Hand', agent: 'Agent', model: 'Model' } as const;

const addDana: ToolCall = { tool: TOOLS.add, arguments: DANA };
const call: ToolCall = { tool: TOOLS.call, arguments: { phone_number: PHONE } };

let client: N8nClient;
let model: ScriptedModel;
let openAiApi: { id: string; name: string };

beforeAll(async () => {
	client = await N8nClient.login(world.n8nUrl);
	model = await ScriptedModel.start();
	const name = 'Scripted model';
	const id = await client.saveCredential({ type: 'openAiApi', name, data: { apiKey: 'unused', url: model.baseUrl } });
	openAiApi = { id, name };
});

afterAll(async () => await model.stop());

beforeEach(async () => {
	await control('reset');
});

/** Runs an agent that has both tools, and whose model keeps to the script. */
async function converse(typeVersion: number, ...script: Turn[]): Promise<FinishedExecution> {
	const tools = await toolNodes();
	const workflowId = await client.saveWorkflow({
		name: `Agent ${typeVersion}`,
		nodes: [
			step(NODES.trigger, 'n8n-nodes-base.manualTrigger', 1, {}),
			step(NODES.agent, '@n8n/n8n-nodes-langchain.agent', typeVersion, {
				promptType: 'define',
				text: 'Win Dana over.',
				options: {},
			}),
			step(
				NODES.model,
				'@n8n/n8n-nodes-langchain.lmChatOpenAi',
				1.2,
				{ model: { __rl: true, mode: 'id', value: 'scripted' }, options: { maxRetries: 0 } },
				{ credentials: { openAiApi } },
			),
			...tools,
		],
		connections: {
			[NODES.trigger]: { main: [[{ node: NODES.agent, type: 'main', index: 0 }]] },
			[NODES.model]: usedBy(NODES.agent, 'ai_languageModel'),
			...Object.fromEntries(tools.map(({ name }) => [name, usedBy(NODES.agent, 'ai_tool')])),
		},
		settings: { executionOrder: 'v1' },
	});
	model.play(...script);
	return await client.execute(workflowId, NODES.trigger);
}

const AGENTS = [
	// Before version 3, agents run tools inside their own node, and their models read an empty text of an error that is thrown.
	{ typeVersion: 1.9, entryPoint: 'routing' },
	{ typeVersion: 2.2, entryPoint: 'routing' },
	{ typeVersion: 3, entryPoint: 'customOperations' },
	{ typeVersion: 3.1, entryPoint: 'customOperations' },
];

describe.each(AGENTS)('AI Agent $typeVersion, whose tools run through $entryPoint', ({ typeVersion }) => {
	test('adds a person and places a call, once each, and the model reads both results', async () => {
		const execution = await converse(typeVersion, [addDana], [call], 'Done.');

		expectSuccess(execution);
		expect(outputOf(execution, NODES.agent)[0]?.json.output).toBe('Done.');
		expect(await writes()).toEqual(['POST /prospects', 'POST /calls']);
		expect(await control('prospectsAdded')).toEqual({
			[await runningCampaign()]: { 'https://linkedin.com/in/dana-reyes': 1 },
		});
		expect(await control('callsPlaced')).toEqual({ [PHONE]: 1 });
		expect(model.toolAnswers).toEqual([expect.stringContaining('dana-reyes'), expect.stringContaining(PHONE)]);
	});

	test('whose call is refused reads why and what to do', async () => {
		await control('fail', { method: 'POST', path: '/calls', kind: 'status', status: 402 });
		expectSuccess(await converse(typeVersion, [call], 'Done.'));
		expect(model.toolAnswers).toEqual([expect.stringMatching(/KaiCalls.*credit/i)]);
		expect(await control('callsPlaced')).toEqual({});
	});

	test('does not call again when the outcome is unknown and the model asks again', async () => {
		await control('fail', { method: 'POST', path: '/calls', kind: 'resetAfterHandler' });
		const execution = await converse(typeVersion, [call], [call], 'Done.');

		expectSuccess(execution);
		const read: unknown = expect.stringMatching(/The outcome is unknown.*Look it up in KaiCalls before you repeat it/);
		expect(model.toolAnswers).toEqual([read, read]);
		expect(await writes()).toEqual(['POST /calls']);
		expect(await control('callsPlaced')).toEqual({ [PHONE]: 1 });
	});

	test.each([
		{ times: 'in one turn', script: [[call, call]] },
		{ times: 'in one turn, and again in the next', script: [[call, call], [call]] },
	])('that asks for the same call twice $times rings once, and the model reads of it each time', async ({ script }) => {
		const execution = await converse(typeVersion, ...script, 'Done.');

		expectSuccess(execution);
		expect(await control('callsPlaced')).toEqual({ [PHONE]: 1 });
		expect(model.toolAnswers).toEqual(script.flat().map(() => expect.stringContaining(PHONE)));
	});
});
