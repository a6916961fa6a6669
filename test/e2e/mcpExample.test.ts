import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { N8nClient } from '../../demo/client';
import { readExample } from '../../demo/workflows';
import { control } from './control';
import { publish, unpublish } from './createAndWaitHarness';
import { Example } from './example';
import { McpClient } from './mcpClient';
import { PHONE, runningCampaign, writes } from './toolNodes';
import { world } from './world';

const EXAMPLE = 'mcp-server-for-outreach';
const token = crypto.randomUUID();

describe('the example workflow "An MCP server for outreach"', () => {
	let client: N8nClient;
	let workflowId: string;
	let url: string;
	let mcp: McpClient;

	beforeAll(async () => {
		await control('reset');
		client = await N8nClient.login(world.n8nUrl);
		const name = 'Secret of the MCP server';
		const id = await client.saveCredential({ type: 'httpBearerAuth', name, data: { token } });
		workflowId = (await Example.import(client, EXAMPLE, { httpBearerAuth: { id, name } })).id;
		await publish(client, workflowId);
		const { nodes } = await readExample(EXAMPLE);
		url = `${world.n8nUrl}/mcp/${String(nodes.find(({ type }) => type.endsWith('.mcpTrigger'))?.parameters.path)}`;
		mcp = await McpClient.connect(url, { authorization: `Bearer ${token}` });
	});

	afterAll(async () => {
		await mcp?.close();
		await unpublish(client, workflowId);
	});

	beforeEach(async () => await control('reset'));

	test('offers its tools only to callers who know the secret', async () => {
		expect(await mcp.toolNames()).toEqual([
			'Add_a_Person',
			'Find_Calls',
			'Find_Campaigns',
			'Find_People',
			'Find_Voice_Agents',
			'Pause_a_Conversation',
			'Place_a_Call',
			'Read_a_Call',
			'Read_a_Conversation',
		]);
		expect((await fetch(url, { method: 'POST' })).status).toBe(403);
	});

	test('finds a campaign and adds a person to it, once though the client asks twice', async () => {
		const campaign = await runningCampaign();
		expect((await mcp.call('Find_Campaigns', { limit: 20 })).text).toContain(campaign);
		const person = {
			campaign_id: campaign,
			name: 'Jane Doe',
			url: `https://linkedin.com/in/jane-doe-${crypto.randomUUID()}`,
			custom_data: '',
		};
		await mcp.call('Add_a_Person', person);
		expect((await mcp.call('Add_a_Person', person)).text).toContain('Not done again');
		expect(await control('prospectsAdded')).toEqual({ [campaign]: { [person.url]: 1 } });
	});

	test('finds a voice agent, places a call through it, and reads the call', async () => {
		const { agents } = await control('kaiCallsState');
		const agent = agents[0]?.id ?? '';
		expect((await mcp.call('Find_Voice_Agents', { limit: 20 })).text).toContain(agent);
		const { text } = await mcp.call('Place_a_Call', {
			agent_id: agent,
			to: PHONE,
			name: 'Jane',
			context: '',
			only_if_name: '',
		});
		const id = /"id":"([^"]+)"/.exec(text)?.[1] ?? '';
		expect((await mcp.call('Read_a_Call', { call_id: id })).text).toContain('"status":');
		expect(id).not.toBe('');
		expect(await control('callsPlaced')).toEqual({ [PHONE]: 1 });
	});

	test('places no call to a person with another name than the client gave', async () => {
		const { agents } = await control('kaiCallsState');
		const { text } = await mcp.call('Place_a_Call', {
			agent_id: agents[0]?.id,
			to: PHONE,
			name: '',
			context: '',
			only_if_name: 'Somebody Else',
		});
		expect(text).toContain('Somebody Else');
		expect(await writes()).toEqual([]);
	});
});
