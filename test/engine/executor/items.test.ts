import { describe, expect, it } from '@jest/globals';

import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';

const bench = useKakiyoBench();

const stats = { resource: 'campaign', operation: 'getStatistics', campaignId: byId('={{ $json.campaign }}') };

describe('item links', () => {
	it('are kept when items bring different numbers of rows', async () => {
		const { items } = await bench.run(
			{ resource: 'campaign', operation: 'getAll', returnAll: false, limit: '={{ $json.count }}' },
			{ items: [{ count: 2 }, { count: 1 }, { count: 3 }] },
		);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, 1, 2, 2, 2].map((item) => ({ item })));
	});

	it('are kept on errors, with the input’s own fields beside them', async () => {
		const { items, errors } = await bench.run(stats, {
			items: [{ campaign: 'campaign_001' }, { campaign: 'nowhere', keep: 'me' }],
			settings: { onError: 'continueErrorOutput' },
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		expect(errors).toHaveLength(1);
		expect(errors[0]?.pairedItem).toEqual({ item: 1 });
		expect(errors[0]?.json).toMatchObject({
			keep: 'me',
			error: 'Kakiyo has no Campaign ID "nowhere"',
			details: { httpCode: '404', code: 'not_found' },
		});
	});
});

describe('On Error = Stop', () => {
	it('names the item, and the results of the others', async () => {
		const { error } = await bench.run(stats, {
			items: [{ campaign: 'campaign_001' }, { campaign: 'nowhere' }],
		});
		expect(error?.message).toBe('Kakiyo has no Campaign ID "nowhere" [item 1 of 2]');
		expect(error?.description).toContain('Done: item 0. Not done: item 1');
		expect(error?.context?.itemIndex).toBe(1);
	});

	it('sends nothing at all when one of the rows is not fit', async () => {
		const { error } = await bench.run(addProspects, { items: [...people(3), { name: 'X', url: 'nonsense' }] });
		expect(error?.message).toContain(
			'"LinkedIn Profile URL" (input field "url") must be a LinkedIn profile address (got "nonsense")',
		);
		expect(error?.description).toContain('Not sent: item 0 to 2');
		expect(bench.requests()).toEqual([]);
	});

	it('sends nothing when the expressions of a later item do not resolve', async () => {
		const { error } = await bench.run(
			{
				...addProspects,
				campaignId: byId('={{ $json.name === "Person 2" ? $("Nowhere").item.json.id : "campaign_001" }}'),
			},
			{ items: people(4) },
		);
		expect(error).toBeDefined();
		expect(bench.requests()).toEqual([]);
	});
});

describe('On Error = Continue', () => {
	it('sends the good rows when the expressions of another item do not resolve', async () => {
		const { items } = await bench.run(
			{
				...addProspects,
				campaignId: byId('={{ $json.name === "Person 2" ? $("Nowhere").item.json.id : "campaign_001" }}'),
			},
			{ items: people(4), settings: { onError: 'continueRegularOutput' } },
		);
		expect(items).toHaveLength(4);
		expect(bench.acceptedRows()).toBe(3);
	});
});

describe('Execute Once', () => {
	it('is obeyed', async () => {
		const { items } = await bench.run(addProspects, { items: people(5), settings: { executeOnce: true } });
		expect(items).toHaveLength(1);
		expect(bench.acceptedRows()).toBe(1);
	});
});
