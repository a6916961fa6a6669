import { describe, expect, it } from '@jest/globals';

import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';

const bench = useKakiyoBench();

const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;
const badRow = { name: 'Nobody', url: 'https://example.com/nobody' };

describe('n8n’s Retry On Fail', () => {
	it('sends only the items that were refused the first time', async () => {
		bench.control.fail({ method: 'POST', path: '/prospects/batch', kind: 'status', status: 404, skip: 1 });
		const { items, error } = await bench.run(addProspects, { items: people(250), settings: retryOnFail });
		expect(error).toBeUndefined();
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(people(250).map((_, item) => ({ item })));
		expect(bench.acceptedRows()).toBe(250);
		expect(bench.mostRepeated()).toBe(1);
		expect(bench.requests('/prospects/batch')).toHaveLength(4);
	});

	it('never sends an item with an unknown outcome again, and does the rest', async () => {
		bench.control.fail({ method: 'POST', path: '/prospects/batch', kind: 'resetAfterHandler', skip: 1 });
		const { error } = await bench.run(addProspects, { items: people(250), settings: retryOnFail });
		expect(error?.message).toContain('The outcome is unknown');
		expect(error?.description).toContain('Done: item 0 to 99, 200 to 249');
		expect(error?.description).toContain('Unknown: item 100 to 199');
		expect(bench.mostRepeated()).toBe(1);
		expect(bench.acceptedRows()).toBe(250);
	});

	it('does not report "not done" if an earlier try may have done it, although this one was refused', async () => {
		bench.control.fail({ method: 'PUT', path: '/campaigns/*', kind: 'status', status: 503, afterHandler: true });
		bench.control.fail({ method: 'PUT', path: '/campaigns/*', kind: 'status', status: 402, times: 4 });
		const update = {
			resource: 'campaign',
			operation: 'update',
			campaignId: byId('={{ $json.id }}'),
			updateFields: { name: 'Renamed' },
			options: { maxRetries: 0 },
		};
		const { error } = await bench.run(update, {
			items: [{ id: 'campaign_001' }, { id: 'campaign_002' }],
			settings: retryOnFail,
		});
		expect(error?.message).toContain('out of credits');
		expect(error?.description).toContain('Perhaps done: item 0.');
		expect(error?.description).toContain('it may have been carried out;');
	});

	it('keeps the good rows done and the bad one reported, also if it repeats a good one', async () => {
		const { items, errors } = await bench.run(addProspects, {
			items: [badRow, ...people(249)],
			settings: { ...retryOnFail, onError: 'continueRegularOutput' },
		});
		expect(errors).toEqual([]);
		expect(items).toHaveLength(250);
		expect(items[0]?.json.error).toContain('url');
		expect(bench.acceptedRows()).toBe(249);
		expect(bench.mostRepeated()).toBe(1);
	});

	it('remembers the added persons when the items come one by one and the same person comes again', async () => {
		const [person] = people(1);
		const spaced = { ...addProspects, requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 30 } } } };
		bench.control.fail({ method: 'POST', path: '/prospects', kind: 'status', status: 403, skip: 1 });
		const items = [person, ...people(1, 7), person].map((row) => ({ ...row }));
		const { items: output } = await bench.run(spaced, { items, settings: retryOnFail });
		expect(output).toHaveLength(3);
		expect(output[2]?.json).toMatchObject({ duplicateOfItem: 0 });
		expect(bench.mostRepeated()).toBe(1);
	});

	it.each(['', 0])('does not count a row as lost whose error is %j, which n8n takes for a failure', async (error) => {
		bench.control.fail({
			method: 'POST',
			path: '/webhooks',
			kind: 'status',
			status: 201,
			times: 9,
			body: { id: 'webhook_1', error },
		});
		const create = {
			resource: 'webhook',
			operation: 'create',
			name: 'One',
			webhookUrl: 'https://example.com/',
			events: ['*'],
		};
		const result = await bench.run(create, { items: [{}], settings: retryOnFail });
		expect(result.error?.message).toBeUndefined();
		expect(result.items).toHaveLength(1);
		expect(bench.requests('/webhooks')).toHaveLength(1);
	});

	it('repeats only the reads that failed', async () => {
		bench.control.fail({ method: 'GET', path: '/campaigns', kind: 'status', status: 404 });
		const { items } = await bench.run(
			{ resource: 'campaign', operation: 'getAll', limit: 3 },
			{ items: [{}, {}, {}], settings: retryOnFail },
		);
		expect(items).toHaveLength(9);
		expect(bench.requests('/campaigns')).toHaveLength(4);
	});
});
