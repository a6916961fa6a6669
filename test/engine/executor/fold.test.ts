import { describe, expect, it } from '@jest/globals';

import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';
import { everyOne } from '../../support/everyOne';

const bench = useKakiyoBench();

const rowsOf = (body: unknown): unknown =>
	typeof body === 'object' && body !== null && 'prospects' in body ? body.prospects : undefined;

describe('folding', () => {
	it('turns 250 items into 3 requests and gives every item its own result', async () => {
		const { items } = await bench.run(addProspects, { items: people(250) });
		expect(bench.requests().map(({ path, body }) => [path, (rowsOf(body) as unknown[]).length])).toEqual([
			['/prospects/batch', 100],
			['/prospects/batch', 100],
			['/prospects/batch', 50],
		]);
		expect(items.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual(
			people(250).map(({ name }, item) => [name, { item }]),
		);
	});

	it('keeps campaigns apart', async () => {
		const campaigns = bench.control
			.kakiyoState()
			.campaigns.slice(0, 3)
			.map(({ id }) => id);
		const items = people(90).map((person, index) => ({ ...person, campaign: campaigns[index % 3] ?? '' }));
		await bench.run({ ...addProspects, campaignId: byId('={{ $json.campaign }}') }, { items });
		expect(bench.requests('/prospects/batch')).toHaveLength(3);
		const added = bench.control.prospectsAdded();
		for (const campaign of everyOne(campaigns)) expect(Object.keys(added[campaign] ?? {})).toHaveLength(30);
	});

	it('sends chunks of one campaign one after another', async () => {
		await bench.run(addProspects, { items: people(500) });
		const route = bench.control.stats().find(({ route }) => route === '/prospects/batch');
		expect(route).toMatchObject({ count: 5, peakInFlight: 1, duplicates: [] });
	});

	it('sends a person who comes twice once, and says so on the second item', async () => {
		const [person] = people(1);
		const items = [person, { name: ' 0, PERSON', url: 'linkedin.com/in/NEW-person-0?utm=x' }].map((row) => ({
			...row,
		}));
		const result = await bench.run(addProspects, { items });
		expect(result.items).toHaveLength(2);
		expect(result.items[1]?.json).toMatchObject({ duplicateOfItem: 0, note: expect.stringContaining('item 0') });
		expect(bench.acceptedRows()).toBe(1);
	});

	it('uses the single endpoint for one item alone', async () => {
		await bench.run(addProspects, { items: people(1) });
		expect(bench.requests().map(({ path }) => path)).toEqual(['/prospects']);
	});

	it('does not fold items that Batching spaces, and stays correct', async () => {
		const { items } = await bench.run(
			{ ...addProspects, requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 20 } } } },
			{ items: people(4) },
		);
		expect(items).toHaveLength(4);
		expect(bench.acceptedRows()).toBe(4);
		expect(bench.mostRepeated()).toBe(1);
	});
});

describe('a failing chunk', () => {
	const refuseSecond = () =>
		bench.control.fail({
			method: 'POST',
			path: '/prospects/batch',
			kind: 'status',
			status: 403,
			body: { error: 'forbidden', message: 'no' },
			skip: 1,
		});

	it('fails its own items only, with On Error = Continue', async () => {
		refuseSecond();
		const { items, errors } = await bench.run(addProspects, {
			items: people(250),
			settings: { onError: 'continueErrorOutput' },
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			people(250).flatMap((_, item) => (item < 100 || item >= 200 ? [{ item }] : [])),
		);
		expect(errors).toHaveLength(100);
		expect(errors[0]?.json).toMatchObject({
			name: 'Person 100',
			error: expect.stringContaining('does not allow'),
			details: { httpCode: '403', code: 'forbidden', outcome: 'refused' },
		});
	});

	it('stops the following items and names the finished ones, with On Error = Stop', async () => {
		refuseSecond();
		const { items, error } = await bench.run(addProspects, { items: people(250) });
		expect(items).toEqual([]);
		expect(error?.description).toContain('Done: item 0 to 99. Not done: item 100 to 199. Not sent: item 200 to 249');
		expect(error?.context?.itemIndex).toBe(100);
		expect(bench.requests('/prospects/batch')).toHaveLength(2);
	});
});
