import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Bench } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { byId, useKakiyoBench } from '../kakiyo';
import { useKayseBench } from '../kayse';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();
const kairo = useKairoBench();

const campaignSummary = {
	message: 'Campaign deleted successfully',
	deletionSummary: {
		campaignId: 'campaign_a1',
		campaignName: 'Spring CFOs',
		deletedItems: { prospects: 40, chats: 40, messages: 71, tasks: 9, webhookEvents: 3 },
		deletedAt: '2026-03-02T10:00:00Z',
	},
};

const deletedItems = { chats: 1, messages: 4, tasks: 1, webhookEvents: 0 };
const prospectSummary = { prospectId: 'prospect_5', prospectName: 'R Lee', deletedItems };

const workspace = { workspaceId: byId('ws_1') };

/** What the documents show of the answer, on the path of the deletion. */
const deletions: Array<
	[
		what: string,
		bench: Bench,
		parameters: INodeParameters,
		method: string,
		path: string,
		answer: object | undefined,
		members: IDataObject,
	]
> = [
	[
		'Kakiyo: case 58, a campaign',
		kakiyo,
		{ resource: 'campaign', operation: 'delete', campaignIdToDelete: byId('campaign_a1') },
		'DELETE',
		'/campaigns/campaign_a1',
		campaignSummary,
		{
			...campaignSummary,
			deletionSummary: { ...campaignSummary.deletionSummary, deletedAt: '2026-03-02T05:00:00.000-05:00' },
		},
	],
	[
		'Kakiyo: a prospect',
		kakiyo,
		{ resource: 'prospect', operation: 'delete', prospectId: byId('prospect_5') },
		'DELETE',
		'/prospects/prospect_5',
		{
			message: 'Prospect deleted successfully',
			deletionSummary: prospectSummary,
			campaignStatsUpdated: { prospectsCount: 39 },
		},
		{ prospectId: 'prospect_5', deletionSummary: prospectSummary, campaignStatsUpdated: { prospectsCount: 39 } },
	],
	[
		'Kakiyo: an agent',
		kakiyo,
		{ resource: 'agent', operation: 'delete', agentIdToDelete: byId('agent_1') },
		'DELETE',
		'/agents/agent_1',
		{ message: 'Agent deleted successfully' },
		{ message: 'Agent deleted successfully' },
	],
	[
		'Kakiyo: a workspace',
		kakiyo,
		{ resource: 'workspace', operation: 'delete', workspaceIdToDelete: byId('ws_1') },
		'DELETE',
		'/workspaces/ws_1',
		{ message: 'Gone', stats: { agentsUnassigned: 1, campaignsUpdated: 2, chatsUpdated: 30 } },
		{ stats: { agentsUnassigned: 1, campaignsUpdated: 2, chatsUpdated: 30 } },
	],
	[
		'Kakiyo: a client of a workspace',
		kakiyo,
		{ resource: 'workspace', operation: 'removeClient', ...workspace, emailToRemove: 'c@acme.example' },
		'DELETE',
		'/workspaces/ws_1/clients',
		{ message: 'Client removed from workspace', email: 'c@acme.example' },
		{ email: 'c@acme.example' },
	],
	[
		'Kakiyo: a webhook',
		kakiyo,
		{ resource: 'webhook', operation: 'delete', webhookIdToDelete: byId('webhook_3') },
		'DELETE',
		'/webhooks/webhook_3',
		{ id: 'webhook_3', message: 'Webhook deleted successfully' },
		{ id: 'webhook_3' },
	],
	[
		'Kakiyo: an entry of Do Not Contact',
		kakiyo,
		{ resource: 'dnc', operation: 'remove', entryId: byId('entry_1') },
		'DELETE',
		'/dnc/entry_1',
		{ error: null, data: { message: 'DNC entry deleted successfully' } },
		{ message: 'DNC entry deleted successfully' },
	],
	[
		'Kayse: a client',
		kayse,
		{ resource: 'client', operation: 'delete', clientIdToDelete: 412 },
		'DELETE',
		'/clients/412',
		{ message: 'client deleted successfully' },
		{ message: 'client deleted successfully' },
	],
	[
		'Kayse: a case',
		kayse,
		{ resource: 'case', operation: 'delete', caseIdToDelete: 9001 },
		'DELETE',
		'/cases/9001',
		{ message: 'case deleted successfully' },
		{ id: 9001, message: 'case deleted successfully' },
	],
	[
		'KaiCalls: a webhook',
		kaiCalls,
		{ resource: 'webhook', operation: 'delete', webhookIdToDelete: byId('wh_1') },
		'DELETE',
		'/webhooks',
		{ success: true },
		{ success: true },
	],
	[
		'KAIRO: an agent',
		kairo,
		{ resource: 'agent', operation: 'delete', agentIdToDelete: byId('agent_1') },
		'DELETE',
		'/agents/agent_1',
		{ deleted: true, runs: 3 },
		{ runs: 3 },
	],
	[
		'KAIRO: a workflow, without a word',
		kairo,
		{ resource: 'workflow', operation: 'delete', workflowIdToDelete: byId('wf_1') },
		'DELETE',
		'/workflows/wf_1',
		undefined,
		{},
	],
];

describe('a deletion returns the vendor’s own summary', () => {
	it.each(deletions)('%s', async (_, bench, parameters, method, path, body, members) => {
		bench.control.fail({ method, path, kind: 'status', status: body ? 200 : 204, body });
		const { items, error } = await bench.run(parameters);
		expect(error?.message).toBeUndefined();
		expect(items.map(({ json }) => json)).toMatchObject([{ deleted: true, ...members }]);
		expect(items[0]?.json).not.toHaveProperty('error');
	});

	it.each(deletions)(
		'%s: an answer that says it was not deleted is an error with its words',
		async (_, bench, parameters, method, path) => {
			for (const body of [
				{ deleted: false, message: 'still in use' },
				{ data: { deleted: false, message: 'still in use' } },
				{ deleted: 'no', message: 'still in use' },
			]) {
				bench.control.fail({ method, path, kind: 'status', status: 200, body });
				const { items, error } = await bench.run(parameters);
				expect(items).toEqual([]);
				expect(error?.message).toContain('it was not deleted');
				expect(error?.description).toContain('still in use');
			}
		},
	);

	it.each(deletions)(
		'%s: a count in the answer does not replace deleted: true',
		async (_, bench, parameters, method, path) => {
			bench.control.fail({ method, path, kind: 'status', status: 200, body: { deleted: 3 } });
			const { items } = await bench.run(parameters);
			expect(items.map(({ json }) => json)).toMatchObject([{ deleted: true, deletionSummary: { deleted: 3 } }]);
		},
	);

	it('Kakiyo: each of several prospects has its own summary, in the same place as a single one', async () => {
		const summary = (prospectId: string) => ({ prospectId, prospectName: 'R Lee', deletedItems });
		const ids = ['prospect_5', 'prospect_6'];
		kakiyo.control.fail({
			method: 'DELETE',
			path: '/prospects',
			kind: 'status',
			status: 200,
			body: { message: 'Bulk deletion completed', results: ids.map((id) => ({ ...summary(id), status: 'success' })) },
		});
		const { items } = await kakiyo.run(
			{ resource: 'prospect', operation: 'delete', prospectId: byId('={{ $json.id }}') },
			{ items: ids.map((id) => ({ id })) },
		);
		expect(items.map(({ json }) => json)).toEqual(
			ids.map((id) => ({ deleted: true, name: 'R Lee', prospectId: id, deletionSummary: summary(id) })),
		);
	});

	it('an agent that deletes gets it, too', async () => {
		kakiyo.control.fail({
			method: 'DELETE',
			path: '/campaigns/campaign_a1',
			kind: 'status',
			status: 200,
			body: campaignSummary,
		});
		const tool = kakiyo.tool({
			resource: 'campaign',
			operation: 'delete',
			campaignIdToDelete: byId('={{ $fromAI("campaign", "", "string") }}'),
		});
		expect(JSON.stringify(await tool({ campaign: 'campaign_a1' }))).toMatch(/71/);
	});
});
