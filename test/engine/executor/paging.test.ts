import { describe, expect, it } from '@jest/globals';

import { byId, useKakiyoBench } from '../kakiyo';

const bench = useKakiyoBench();

const listCampaigns = { resource: 'campaign', operation: 'getAll' };
const listProspects = { resource: 'prospect', operation: 'getAll', campaignId: byId('campaign_001') };

describe.each(['envelope', 'array', 'arrayIgnoresOffset'] as const)('campaigns as %s', (campaignsReply) => {
	it('come all, once and in order', async () => {
		bench.control.configureKakiyo({ campaignsReply });
		const { items, error } = await bench.run({ ...listCampaigns, returnAll: true });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.id)).toEqual(bench.control.kakiyoState().campaigns.map(({ id }) => id));
	});

	it('come up to the limit, and no row beyond it is requested', async () => {
		bench.control.configureKakiyo({ campaignsReply });
		const { items } = await bench.run({ ...listCampaigns, limit: 7 });
		expect(items).toHaveLength(7);
		expect(bench.requests().map(({ query }) => query)).toEqual([{ limit: '7' }]);
	});
});

describe('a cursor in the headers', () => {
	it('brings every row once', async () => {
		const { items } = await bench.run({ ...listProspects, returnAll: true, simplify: false });
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(230);
		expect(items).toHaveLength(230);
	});

	it('keeps the filters on every page and asks only for the missing rows', async () => {
		const { items } = await bench.run({ ...listProspects, limit: 130, filters: { isPaused: false } });
		expect(items).toHaveLength(130);
		expect(bench.requests().map(({ query }) => query)).toEqual([
			{ limit: '100', isPaused: 'false' },
			{ limit: '30', isPaused: 'false', cursor: expect.any(String) },
		]);
	});
});

describe('an API that returns the same pages again and again', () => {
	it('is detected', async () => {
		bench.control.fail({
			method: 'GET',
			path: '/prospects/search',
			kind: 'status',
			status: 200,
			times: 100,
			body: { prospects: [{ id: 'same' }], pagination: { hasMore: true } },
		});
		const { error } = await bench.run({ resource: 'prospect', operation: 'search', returnAll: true, simplify: false });
		expect(error?.message).toContain('sent the same page twice after 1 rows');
		// The third position shows that the API heeds none.
		expect(bench.requests()).toHaveLength(3);
	});

	it('is reported when it does not return a list', async () => {
		bench.control.fail({ method: 'GET', path: '/campaigns', kind: 'status', status: 200, body: { hello: 'world' } });
		const { error } = await bench.run(listCampaigns);
		expect(error?.message).toContain('without a list');
	});
});
