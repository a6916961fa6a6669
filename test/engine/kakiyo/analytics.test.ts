import { describe, expect, it } from '@jest/globals';

import { byId } from '../kakiyo';
import { useOperations } from './operations';

const { rows, sent, expectAllEndpointsReached } = useOperations('analytics');

describe('analytics', () => {
	it('gets the overview of the team', async () => {
		const [overview] = await rows('getOverview');
		expect(overview).toMatchObject({ summary: { totalCampaigns: 45, totalProspects: 230 } });
		expect(sent()).toEqual([{ to: 'GET /analytics/overview' }]);
	});

	it('gets the analytics of a campaign', async () => {
		const [analytics] = await rows('getCampaign', { campaignId: byId('campaign_001') });
		expect(analytics).toMatchObject({
			name: 'Spring CFOs',
			status: 'active',
			campaign: { name: 'Spring CFOs' },
			metrics: { totalProspects: 230 },
		});
		expect(sent()).toEqual([{ to: 'GET /analytics/campaigns/campaign_001' }]);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
