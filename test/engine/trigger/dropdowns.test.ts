import { describe, expect, it } from '@jest/globals';

import { useKakiyoStage } from './kakiyoStage';

const stage = useKakiyoStage();

describe('the dropdowns of the Kakiyo Trigger', () => {
	it('offer the campaigns and agents of the account', async () => {
		expect(await stage.offered('getCampaigns')).toContain('campaign_001');
		expect(await stage.offered('getAgents')).toEqual(stage.control.kakiyoState().agents.map(({ id }) => id));
	});
});
