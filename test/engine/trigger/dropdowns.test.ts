import { describe, expect, it } from '@jest/globals';

import { useTriggerStage } from './stage';

const stage = useTriggerStage();

const DOCUMENTED = [
	'*',
	'linkedin.invitation.accepted',
	'linkedin.invitation.sent',
	'linkedin.message.received',
	'linkedin.message.sent',
	'prospect.qualification.manual',
	'prospect.unqualified',
];

const vendorOffers = (body: unknown) =>
	stage.control.fail({ method: 'GET', path: '/webhooks/events', kind: 'status', status: 200, body });

describe('the dropdowns of the Kakiyo Trigger', () => {
	it('offer every event first, then what Kakiyo lists now, then what is documented besides, each once', async () => {
		expect((await stage.offered('getEvents')).sort()).toEqual(DOCUMENTED);
		vendorOffers([{ id: 'brand.new', name: 'Brand New' }, { id: 'linkedin.message.sent', name: 'Sent' }]);
		const offered = await stage.offered('getEvents');
		expect(offered.slice(0, 2)).toEqual(['*', 'brand.new']);
		expect([...offered].sort()).toEqual([...DOCUMENTED, 'brand.new'].sort());
	});

	it('offer the documented events while the key is wrong', async () => {
		stage.credential = { apiKey: '0'.repeat(40) };
		expect(await stage.offered('getEvents')).toEqual(DOCUMENTED);
	});

	it('offer the campaigns and agents of the account', async () => {
		expect(await stage.offered('getCampaigns')).toContain('campaign_001');
		expect(await stage.offered('getAgents')).toEqual(stage.control.kakiyoState().agents.map(({ id }) => id));
	});
});
