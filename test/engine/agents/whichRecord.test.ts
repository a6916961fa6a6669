import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useStand } from '../stand';
import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';

const tools = useEveryTool(useStand());

describe('an ID that is also the name of another record', () => {
	it.each(WAYS)('means the record with the ID (%s)', async (way) => {
		tools.says((_, method) =>
			method === 'GET'
				? {
						body: {
							data: [
								{ id: 'crm', name: 'Customer data' },
								{ id: 'agent_2', name: 'crm' },
							],
						},
					}
				: {},
		);
		await tools.ask('KAIRO Agent > Delete', { agentIdToDelete: byId('crm') }, way);
		expect(tools.written()).not.toContainEqual(expect.stringContaining('agent_2'));
	});
});

describe('the name of a record that looks like a label and an ID', () => {
	it.each<[string, INodeParameters, unknown, RegExp]>([
		[
			'Kayse Call > Schedule',
			{ campaignId: byId('Campaign 2'), caseId: byId('9001') },
			{
				data: [
					{ id: 71, name: 'Campaign 2' },
					{ id: 2, name: 'Evictions' },
				],
				page: 1,
				total: 2,
			},
			/"campaign_id":2\b/,
		],
		[
			'Kayse Campaign > Create',
			{ agentId: byId('3'), caseListId: byId('List 5') },
			{
				data: [
					{ id: 31, name: 'List 5', agent_id: 3 },
					{ id: 5, name: 'All clients', agent_id: 3 },
				],
				page: 1,
				total: 2,
			},
			/"case_list_id":5\b/,
		],
		[
			'KAIRO Workflow > Delete',
			{ workflowIdToDelete: byId('Workflow 2') },
			{
				data: [
					{ id: 'wf_9', name: 'Workflow 2' },
					{ id: '2', name: 'Billing' },
				],
			},
			/\/workflows\/2$/,
		],
		[
			'KAIRO Agent > Delete',
			{ agentIdToDelete: byId('Agent 007') },
			{
				data: [
					{ id: 'a_9', name: 'Agent 007' },
					{ id: '007', name: 'Billing' },
				],
			},
			/\/agents\/007$/,
		],
		[
			'Kakiyo Campaign > Delete',
			{ campaignIdToDelete: byId('Campaign Q3') },
			[
				{ id: 'k9', name: 'Campaign Q3' },
				{ id: 'Q3', name: 'Billing' },
			],
			/\/campaigns\/Q3$/,
		],
	])('%s is done to the record of that name, or to none', async (at, parameters, list, other) => {
		tools.says((_, method) => ({ body: method === 'GET' ? list : { id: 1 } }));
		await tools.ask(at, parameters);
		expect(tools.written().filter((line) => other.test(line))).toEqual([]);
	});
});

describe('a name that exactly one record bears is taken', () => {
	it.each([
		'Spring2026',
		'Q3-Outreach',
		'Sales [EU]',
		'Team {A}',
		'My Campaign',
		'The Team',
		'Back in 30...',
		'one two three four five six seven eight nine ten eleven',
	])('%s', async (name) => {
		tools.says((_, method) => ({ body: method === 'GET' ? [{ id: 'k1', name }] : {} }));
		await tools.ask('Kakiyo Campaign > Pause', { campaignId: byId(name) });
		expect(tools.written()).toEqual(['POST /campaigns/k1/pause']);
	});
});

describe('a placeholder is refused before anything is sent', () => {
	it.each([
		...[
			'existing_campaign',
			'selected_campaign',
			'some_campaign',
			'latest',
			'current',
			'string',
			'id-goes-here',
			'CAMP_ID',
			'TODO_ID',
			'dummy_id',
			'fake-id',
			'xxx-xxx',
		],
		...[
			'IHRE_KAMPAGNEN_ID',
			'TU_CAMPAIGN_ID',
			'ID_CAMPAÑA',
			'campaigns.0.id',
			'abc123;abc124',
			'abc123|abc124',
			'00000000-0000-0000-0000-000000000000',
		],
	])('%s', async (id) => {
		tools.says((_, method) => ({ body: method === 'GET' ? [{ id: 'k1', name: 'Winter' }] : {} }));
		const [answer] = await tools.ask('Kakiyo Campaign > Pause', { campaignId: byId(id) });
		expect({ written: tools.written(), error: answer?.error }).toEqual({ written: [], error: expect.any(String) });
	});
});

describe('an ID with something around it is sent bare, or refused', () => {
	it.each([
		'abc123.',
		'abc123,',
		'(abc123)',
		'campaigns/abc123',
		'agent/abc123',
		'ID：abc123',
		'Kampagne:abc123',
		'キャンペーンID：abc123',
	])('%s', async (id) => {
		tools.says((_, method) => ({ body: method === 'GET' ? [{ id: 'k1', name: 'Winter' }] : {} }));
		await tools.ask('Kakiyo Campaign > Pause', { campaignId: byId(id) });
		expect(tools.written().filter((line) => line !== 'POST /campaigns/abc123/pause')).toEqual([]);
	});
});

describe('what may be a name or an ID with its label', () => {
	const pausing = async (campaign: string, campaigns: unknown, status = 200) => {
		tools.says((_, method) => (method === 'GET' ? { status, body: campaigns } : {}));
		const [answer] = await tools.ask('Kakiyo Campaign > Pause', { campaignId: byId(campaign) });
		return { written: tools.written(), error: String(answer?.error ?? '') };
	};

	it('is the record that bears the name', async () => {
		expect(
			await pausing('Campaign 2', [
				{ id: 'k1', name: 'campaign 2' },
				{ id: 'k2', name: 'Winter' },
			]),
		).toMatchObject({ written: ['POST /campaigns/k1/pause'] });
	});

	it('is the ID where no record is called so', async () => {
		expect(await pausing('Campaign 2', [{ id: '2', name: 'Winter' }])).toMatchObject({
			written: ['POST /campaigns/2/pause'],
		});
	});

	it('is neither where one record has the name and another the ID, which are both told', async () => {
		const { written, error } = await pausing('Campaign 2', [
			{ id: 'k1', name: 'Campaign 2' },
			{ id: '2', name: 'Winter' },
		]);
		expect(written).toEqual([]);
		expect(error).toMatch(
			/"Campaign" is "Campaign 2", the ID of one record and the name of another: "Winter" \(ID 2\), "Campaign 2" \(ID k1\)\..*as in "ID: 2"/,
		);
	});

	it('is the ID where it is said to be one, and no list is read', async () => {
		expect(await pausing('Campaign ID: 2', [{ id: 'k1', name: 'Campaign 2' }])).toMatchObject({
			written: ['POST /campaigns/2/pause'],
		});
		expect(tools.requests).toHaveLength(1);
	});

	it('is refused where the names cannot be read', async () => {
		const { written, error } = await pausing('Campaign 2', {}, 403);
		expect(written).toEqual([]);
		expect(error).toContain('may be a name or the ID 2, and the list of names could not be read');
	});

	it('an ID that was drawn by lot is sent without a look at the names', async () => {
		await pausing('6f9619ff-8b86-d011-b42d-00cf4fc964ff', []);
		expect(tools.requests).toEqual(['POST /campaigns/6f9619ff-8b86-d011-b42d-00cf4fc964ff/pause']);
	});
});
