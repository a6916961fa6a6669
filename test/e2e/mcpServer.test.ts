import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { N8nClient } from '../../demo/client';
import { control } from './control';
import { publish, unpublish } from './createAndWaitHarness';
import { McpClient } from './mcpClient';
import { DANA, PHONE, runningCampaign, toolNodes, TOOLS, usedBy, writes } from './toolNodes';
import { step } from './workflowStep';
import { world } from './world';

const SERVER = 'MCP Server';

/** The same call as that of another test would be known to have been made. */
const OTHER_PHONE = '+12025550122';

/** MCP Server Trigger runs tools through the routing. Each call is an execution of its own. */
describe('an MCP client of n8n’s MCP Server Trigger', () => {
	let client: N8nClient;
	let workflowId: string;
	let mcp: McpClient;

	beforeAll(async () => {
		await control('reset');
		client = await N8nClient.login(world.n8nUrl);
		const path = crypto.randomUUID();
		const tools = await toolNodes({ retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
		workflowId = await client.saveWorkflow({
			name: SERVER,
			nodes: [
				step(SERVER, '@n8n/n8n-nodes-langchain.mcpTrigger', 2, { authentication: 'none', path }, { webhookId: path }),
				...tools,
			],
			connections: Object.fromEntries(tools.map(({ name }) => [name, usedBy(SERVER, 'ai_tool')])),
			settings: { executionOrder: 'v1' },
		});
		await publish(client, workflowId);
		mcp = await McpClient.connect(`${world.n8nUrl}/mcp/${path}`);
	});

	afterAll(async () => {
		await mcp?.close();
		await unpublish(client, workflowId);
	});

	beforeEach(async () => {
		await control('reset');
	});

	test('sees both tools', async () => {
		expect(await mcp.toolNames()).toEqual([TOOLS.add, TOOLS.call].sort());
	});

	test('adds a person once and reads the result', async () => {
		const { isError, text } = await mcp.call(TOOLS.add, DANA);
		expect(isError).toBe(false);
		expect(text).toContain('dana-reyes');
		expect(await writes()).toEqual(['POST /prospects']);
		expect(await control('prospectsAdded')).toEqual({
			[await runningCampaign()]: { 'https://linkedin.com/in/dana-reyes': 1 },
		});
	});

	test('places a call once and reads the result', async () => {
		const { isError, text } = await mcp.call(TOOLS.call, { phone_number: PHONE });
		expect(isError).toBe(false);
		expect(text).toContain(PHONE);
		expect(await writes()).toEqual(['POST /calls']);
		expect(await control('callsPlaced')).toEqual({ [PHONE]: 1 });
	});

	test('reads that the outcome is unknown and what to do; Retry On Fail rings nobody again', async () => {
		await control('fail', { method: 'POST', path: '/calls', kind: 'resetAfterHandler' });
		const { isError, text } = await mcp.call(TOOLS.call, { phone_number: OTHER_PHONE });
		// n8n knows no error in what a node answers in data.
		expect(isError).toBe(false);
		expect(text).toMatch(/The outcome is unknown.*Do not call this tool again/);
		expect(await writes()).toEqual(['POST /calls']);
		expect(await control('callsPlaced')).toEqual({ [OTHER_PHONE]: 1 });
	});
});
