import { describe, expect, it } from '@jest/globals';

import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';

const bench = useKakiyoBench();

type Account = { apiKey: string; baseUrl: string };

const statuses = () => bench.requests().map(({ status }) => status);

const addToOwnCampaign = { ...addProspects, campaignId: byId('={{ $json.campaign }}') };

/** People spread over so many campaigns that hardly any two of them fold. */
function peopleInCampaigns(count: number) {
	const campaigns = bench.control.kakiyoState().campaigns.filter(({ status }) => status !== 'draft');
	return people(count).map((person, index) => ({
		...person,
		campaign: campaigns[index % campaigns.length]?.id ?? '',
	}));
}

describe('pacing', () => {
	it('keeps within the documented limit without a single refusal, and carries everything out once', async () => {
		const result = await bench.run(addToOwnCampaign, { items: peopleInCampaigns(40) });
		expect(result.error).toBeUndefined();
		expect(result.items).toHaveLength(40);
		expect(statuses()).not.toContain(429);
		expect(bench.mostRepeated()).toBe(1);
	});

	it('never has more than five requests on the wire', async () => {
		bench.control.fail({ method: 'GET', path: '/campaigns', kind: 'slow', delaySeconds: 0.05, times: 25 });
		await bench.run(
			{ resource: 'campaign', operation: 'getAll', limit: 1 },
			{ items: Array.from({ length: 25 }, () => ({})) },
		);
		expect(bench.control.stats()[0]).toMatchObject({ count: 25, peakInFlight: 5 });
	});

	it('shares the limit between runs of the same credential', async () => {
		const list = { resource: 'campaign', operation: 'getAll', limit: 1 };
		const items = Array.from({ length: 20 }, () => ({}));
		await Promise.all([bench.run(list, { items }), bench.run(list, { items })]);
		expect(bench.requests()).toHaveLength(40);
		expect(statuses()).not.toContain(429);
	});

	it.each([
		['a blank behind the key', (own: Account) => ({ apiKey: `${own.apiKey} ` })],
		['another name of the host', (own: Account) => ({ baseUrl: own.baseUrl.replace('127.0.0.1', 'localhost') })],
	])('shares the limit with a credential that holds the key with %s', async (_, change) => {
		const list = { resource: 'campaign', operation: 'getAll', limit: 1 };
		const items = Array.from({ length: 20 }, () => ({}));
		const { apiKey, baseUrl } = bench.credential().data;
		const other = change({ apiKey: String(apiKey), baseUrl: String(baseUrl) });
		const runs = await Promise.all([bench.run(list, { items }), bench.run(list, { items, ...other })]);
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(bench.requests()).toHaveLength(40);
		expect(statuses()).not.toContain(429);
	});

	it('follows the headers if they allow less than the documents', async () => {
		bench.control.configureKakiyo({ writesPerWindow: 4, rateLimitHeaders: true });
		const result = await bench.run(addToOwnCampaign, { items: peopleInCampaigns(10) });
		expect(result.items).toHaveLength(10);
		expect(bench.acceptedRows()).toBe(10);
	});

	it('stops all requests under the same limit after one refusal', async () => {
		bench.control.configureKakiyo({ writesPerWindow: 3 });
		const result = await bench.run(addToOwnCampaign, { items: peopleInCampaigns(12) });
		expect(result.error).toBeUndefined();
		expect(bench.acceptedRows()).toBe(12);
		expect(bench.mostRepeated()).toBe(1);
	});
});
