import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { bigCampaign, call, errorOf } from './client';
import { useSandbox } from './useSandbox';

const created = z.object({ id: z.string() }).passthrough();

describe('records of Kakiyo change as documented', () => {
	const sandbox = useSandbox({ prepare: ({ control }) => control.configureKakiyo({ rateLimits: false }) });

	const agentWith = (status: string) =>
		sandbox.control.kakiyoState().agents.find((agent) => agent.status === status)?.id;

	it('pauses and resumes agents, but not one with alerts', async () => {
		await call(sandbox, 'POST /agents/agent_001/pause');
		const withAlerts = sandbox.control.kakiyoState().agents.find(({ alerts }) => alerts.length > 0)?.id;
		expect((await call(sandbox, 'POST /agents/agent_001/resume')).status).toBe(200);
		expect((await call(sandbox, `POST /agents/${withAlerts}/resume`)).status).toBe(400);
	});

	it('relaunches and deletes ended agents only', async () => {
		for (const request of ['POST /agents/agent_001/relaunch', 'DELETE /agents/agent_001']) {
			expect((await call(sandbox, request)).body).toMatchObject({ error: 'invalid_status', currentStatus: 'running' });
		}
		const ended = agentWith('ended');
		expect((await call(sandbox, `POST /agents/${ended}/relaunch`)).body).toMatchObject({ status: 'setup_needed' });
		const setUp = { login: 'a@b.example', password: 'secret', country: 'FR' };
		expect((await call(sandbox, `POST /agents/${ended}/setup`, setUp)).status).toBe(200);
		expect((await call(sandbox, `POST /agents/${ended}/resume`)).status).toBe(200);
	});

	it('creates agents without a body, up to the plan limit', async () => {
		sandbox.control.configureKakiyo({ maxAgents: 4 });
		expect((await call(sandbox, 'POST /agents')).status).toBe(201);
		expect((await call(sandbox, 'POST /agents')).status).toBe(403);
	});

	it('deletes a campaign with all that is in it, once it is paused', async () => {
		const active = await call(sandbox, `DELETE /campaigns/${bigCampaign}`);
		expect([active.status, errorOf(active)]).toEqual([409, 'campaign_active']);
		await call(sandbox, `POST /campaigns/${bigCampaign}/pause`);
		expect((await call(sandbox, `DELETE /campaigns/${bigCampaign}`)).body).toMatchObject({
			deletionSummary: { campaignId: bigCampaign, deletedItems: { prospects: 230, chats: 230 } },
		});
		expect(sandbox.control.kakiyoState().prospects).toHaveLength(0);
		expect((await call(sandbox, `GET /campaigns/${bigCampaign}/stats`)).status).toBe(404);
	});

	it('creates a campaign that waits', async () => {
		const fields = {
			name: 'Later',
			productId: 'prod_001',
			promptId: 'prompt_001',
			agentId: 'agent_001',
			preventAutoStart: true,
		};
		const reply = await call(sandbox, 'POST /campaigns', fields);
		expect(reply).toMatchObject({ status: 201, body: { name: 'Later', status: 'paused', preventAutoStart: true } });
		const { id } = created.parse(reply.body);
		await call(sandbox, `POST /campaigns/${id}/resume`);
		expect((await call(sandbox, `GET /campaigns/${id}/stats`)).body).toMatchObject({
			status: 'active',
			stats: { conversionRate: '0.00%' },
		});
	});

	it('works on conversations by chat id', async () => {
		await call(sandbox, 'POST /prospects/chat_001/qualify');
		await call(sandbox, 'POST /prospects/chat_001/pause');
		expect((await call(sandbox, 'PATCH /prospects/chat_001/custom-data', { customData: 'hello' })).body).toMatchObject({
			customDataLength: 5,
		});
		expect((await call(sandbox, 'GET /prospects/chat_001')).body).toMatchObject({
			qualification: 'qualified',
			paused: true,
			customData: 'hello',
			campaign: { id: bigCampaign },
		});
	});

	it('deletes in bulk and says for each row what happened', async () => {
		const { prospects } = sandbox.control.kakiyoState();
		const idle = prospects.find(({ status }) => status === 7)?.prospectId;
		const active = prospects.find(({ status, paused }) => status === 4 && !paused)?.prospectId;
		const body = { prospectIds: [idle, active, 'nobody'], campaignId: bigCampaign };
		expect((await call(sandbox, 'DELETE /prospects', body)).body).toMatchObject({
			summary: { requested: 3, successful: 1, failed: 2 },
			results: [
				{ status: 'success' },
				{ status: 'failed', error: 'prospect_active' },
				{ status: 'failed', error: 'not_found' },
			],
			campaignStatsUpdated: { campaignId: bigCampaign, prospectsCount: 229 },
		});
		const elsewhere = await call(sandbox, 'DELETE /prospects', { prospectIds: [active], campaignId: 'other' });
		expect(errorOf(elsewhere)).toBe('campaign_mismatch');
	});

	it('keeps the Do Not Contact list under one spelling', async () => {
		const added = await call(sandbox, 'POST /dnc', { url: 'https://www.LinkedIn.com/in/Some-One/' });
		expect(added).toMatchObject({
			status: 201,
			body: { error: null, data: { url: 'https://linkedin.com/in/some-one' } },
		});
		const again = await call(sandbox, 'POST /dnc', { url: 'in/some-one' });
		expect([again.status, errorOf(again)]).toEqual([409, 'dnc_entry_exists']);
		const entries = ['in/some-one', 'in/other', 'nonsense'].map((url) => ({ url }));
		expect((await call(sandbox, 'POST /dnc/batch', { entries })).body).toMatchObject({
			data: { added: 1, duplicates: 1, errors: 1 },
		});
		const id = sandbox.control.kakiyoState().dnc.find(({ url }) => url.endsWith('some-one'))?.$id;
		expect((await call(sandbox, `DELETE /dnc/${id}`)).status).toBe(200);
		expect(errorOf(await call(sandbox, `DELETE /dnc/${id}`))).toBe('dnc_not_found');
	});

	it('moves agents and clients in and out of workspaces', async () => {
		const client = { email: 'client@acme.example' };
		expect((await call(sandbox, 'POST /workspaces/ws_001/invite', client)).status).toBe(201);
		expect((await call(sandbox, 'POST /workspaces/ws_001/invite', client)).status).toBe(409);
		expect((await call(sandbox, 'DELETE /workspaces/ws_001/clients', client)).status).toBe(200);
		expect((await call(sandbox, 'POST /workspaces/ws_001/agents/agent_001')).body).toMatchObject({
			propagated: { campaigns: 45, chats: 230 },
		});
		expect((await call(sandbox, 'DELETE /workspaces/ws_001')).body).toMatchObject({
			stats: { agentsUnassigned: 1, chatsUpdated: 230 },
		});
	});

	it('creates and edits prompts, products and reads analytics', async () => {
		const model = '680321c8001e2f52aaa0';
		expect((await call(sandbox, 'POST /prompts', { name: 'New', model, type: 'Messages' })).body).toEqual({
			message: 'Prompt created successfully',
		});
		expect((await call(sandbox, 'PUT /prompts/prompt_001', { followUps: [] })).status).toBe(200);
		expect((await call(sandbox, 'GET /prompts/prompt_001')).body).toMatchObject({
			followUps: [],
			guidelines: { missing: [] },
		});
		expect((await call(sandbox, 'POST /products', { name: 'Abc', description: 'Ten letters' })).status).toBe(201);
		expect((await call(sandbox, 'GET /analytics/overview')).body).toMatchObject({
			summary: { totalCampaigns: 45, totalProspects: 230 },
		});
		expect((await call(sandbox, `GET /analytics/campaigns/${bigCampaign}`)).body).toMatchObject({
			metrics: { totalProspects: 230 },
		});
		expect((await call(sandbox, `GET /models/${model}`)).body).toMatchObject({ id: model });
	});
});
