import { describe, expect, it } from '@jest/globals';

import { byId } from '../kakiyo';
import { useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('campaign');

const campaignId = byId('campaign_001');
const campaign = (id: string) => bench.control.kakiyoState().campaigns.find((one) => one.id === id);
const withStatus = (status: string) =>
	bench.control.kakiyoState().campaigns.find((one) => one.status === status)?.id ?? '';

const references = {
	agentId: byId('agent_001'),
	productId: byId('prod_001'),
	promptId: byId('prompt_001'),
};

describe('campaign', () => {
	it.each(['envelope', 'array', 'arrayIgnoresOffset'] as const)('lists all campaigns (%s)', async (campaignsReply) => {
		bench.control.configureKakiyo({ campaignsReply });
		const listed = await rows('getAll', { returnAll: true });
		expect(new Set(listed.map(({ id }) => id)).size).toBe(45);
	});

	it('asks for no more than the limit', async () => {
		expect(await rows('getAll', { limit: 7 })).toHaveLength(7);
		expect(sent()).toEqual([{ to: 'GET /campaigns', query: { limit: '7' } }]);
	});

	it('creates a campaign', async () => {
		const [created] = await rows('create', {
			name: 'Autumn CFOs',
			...references,
			additionalFields: {
				preventAutoStart: true,
				qualificationAutomatic: 80,
				variables: { variable: [{ name: 'painPoint', value: 'slow onboarding' }] },
			},
		});
		expect(sent()).toEqual([
			{
				to: 'POST /campaigns',
				body: {
					name: 'Autumn CFOs',
					agentId: 'agent_001',
					productId: 'prod_001',
					promptId: 'prompt_001',
					preventAutoStart: true,
					qualificationAutomatic: 80,
					variables: { painPoint: 'slow onboarding' },
				},
			},
		]);
		expect(campaign(String(created?.id))).toMatchObject({ name: 'Autumn CFOs', status: 'paused' });
	});

	it('updates only the filled-in fields', async () => {
		await rows('update', { campaignId, updateFields: { name: 'Renamed', qualificationVerification: 40 } });
		expect(sent()).toEqual([
			{ to: 'PUT /campaigns/campaign_001', body: { name: 'Renamed', qualificationVerification: 40 } },
		]);
		expect(campaign('campaign_001')).toMatchObject({ name: 'Renamed', qualificationAutomatic: 70 });
	});

	it('refuses an empty update', async () => {
		const { error } = await run('update', { campaignId });
		expect(error).toMatchObject({
			message: 'There is nothing to update',
			description: 'Add at least one field under "Update Fields".',
		});
		expect(sent()).toEqual([]);
	});

	it('reads statistics', async () => {
		const [statistics] = await rows('getStatistics', { campaignId });
		expect(statistics).toMatchObject({ id: 'campaign_001', stats: { prospects: 230 } });
		expect(sent()).toEqual([{ to: 'GET /campaigns/campaign_001/stats' }]);
	});

	it('pauses and resumes', async () => {
		await rows('pause', { campaignId });
		expect(campaign('campaign_001')?.status).toBe('paused');
		await rows('resume', { campaignId });
		expect(campaign('campaign_001')?.status).toBe('active');
	});

	it('deletes a paused campaign, and says what to do about an active one', async () => {
		const paused = withStatus('paused');
		expect(await rows('delete', { campaignIdToDelete: byId(paused) })).toMatchObject([
			{ deleted: true, deletionSummary: { campaignId: paused } },
		]);
		expect(campaign(paused)).toBeUndefined();
		const { error } = await run('delete', { campaignIdToDelete: campaignId });
		expect(error?.message).toBe('An active campaign cannot be deleted');
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
