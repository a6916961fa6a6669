import { describe, expect, it } from '@jest/globals';
import { bigCampaign, call, errorOf, people } from './client';
import { useSandbox } from './useSandbox';

describe('strict input', () => {
	const sandbox = useSandbox({ prepare: ({ control }) => control.configureKakiyo({ rateLimits: false }) });

	const [row] = people('strict', 1);
	const campaignId = bigCampaign;

	it.each<[string, unknown, string]>([
		['POST /prospects', { campaignId, ...row, email: 'x' }, 'email'],
		['POST /prospects', { ...row }, 'campaignId'],
		['POST /prospects', { campaignId, ...row, ongoing: 'yes' }, 'ongoing'],
		['POST /prospects', { campaignId, ...row, customData: 'x'.repeat(3001) }, 'customData'],
		['POST /prospects/batch', { campaignId, prospects: people('over', 101) }, 'prospects'],
		['POST /prospects/batch', { campaignId, prospects: [{ ...row, phone: '1' }] }, 'prospects.0.phone'],
		['PUT /agents/agent_001', {}, ''],
		['PUT /agents/agent_001', { workingHours: { end: '17:00' } }, 'workingHours.end'],
		['PUT /agents/agent_001', { workingHours: { days: '0:0:0:0:0:0:0' } }, 'workingHours.days'],
		['POST /agents/agent_001/pause', { reason: 'none' }, 'reason'],
		['POST /campaigns', { name: 'ab', productId: 'prod_001', promptId: 'prompt_001', agentId: 'agent_001' }, 'name'],
		['POST /campaigns', { name: 'abc', productId: 'nope', promptId: 'prompt_001', agentId: 'agent_001' }, 'productId'],
		['PUT /prompts/prompt_001', { content: 'x' }, 'content'],
		['PUT /prompts/prompt_001', { context: 'no variable' }, 'context'],
		['POST /webhooks', { name: 'n8n', url: 'http://127.0.0.1:1/x', events: ['prospect.replied'] }, 'events.0'],
	])('%s refuses %j', async (request, body, field) => {
		const reply = await call(sandbox, request, body);
		expect([reply.status, errorOf(reply)]).toEqual([400, 'validation_error']);
		expect(reply.body).toMatchObject({ details: [{ field, message: expect.any(String) }] });
	});

	it.each([
		'GET /campaigns?limit=101',
		'GET /campaigns?page=2',
		'GET /dnc?limit=0',
		'GET /prospects/search?isPaused=1',
	])('%s is refused', async (request) => {
		expect((await call(sandbox, request)).status).toBe(400);
	});

	it('takes JSON only', async () => {
		expect(
			(await call(sandbox, 'POST /prospects', { campaignId, ...row }, { 'content-type': 'text/plain' })).status,
		).toBe(400);
	});

	it.each([
		['POST /dnc', {}, 'invalid_request'],
		['POST /dnc', { url: 'https://example.com' }, 'invalid_url'],
		['DELETE /prospects', {}, 'invalid_request'],
		['DELETE /prospects', { prospectIds: Array.from({ length: 101 }, String) }, 'too_many_prospects'],
		[
			'POST /prospects/batch/round-robin',
			{ campaignIds: [bigCampaign], prospects: people('one', 1) },
			'invalid_campaigns',
		],
	])('%s with %j gives its own code', async (request, body, code) => {
		const reply = await call(sandbox, request, body);
		expect([reply.status, errorOf(reply)]).toEqual([400, code]);
	});

	it('updates only the agent settings that are sent', async () => {
		await call(sandbox, 'PUT /agents/agent_001', {
			workingHours: { start: '08:00' },
			settings: [{ key: 'skipInNetwork', value: true }],
		});
		expect(sandbox.control.kakiyoState().agents[0]).toMatchObject({
			workingHours: { start: '08:00', stop: '17:00' },
			settings: { skipInNetwork: true, invitationsOnly: false },
		});
	});
});
