import { describe, expect, it } from '@jest/globals';

import { addProspects, people, useKakiyoBench } from '../kakiyo';
import { until } from '../../support/eventually';

const bench = useKakiyoBench();

const list = { resource: 'campaign', operation: 'getAll', limit: 1 };

describe('Request Options from expressions', () => {
	it('spaces the items by the values of the first one', async () => {
		const batch = { batchSize: '={{ $itemIndex + 1 }}', batchInterval: '={{ 10 * 3 }}' };
		const { error } = await bench.run(
			{ ...addProspects, requestOptions: { batching: { batch } } },
			{ items: people(3) },
		);
		expect(error).toBeUndefined();
		expect(bench.requests('/prospects/batch').length + bench.requests('/prospects').length).toBe(3);
	});

	it('uses no proxy if the expression finds none', async () => {
		const { error } = await bench.run({ ...list, requestOptions: { proxy: '={{ $json.proxy ?? "" }}' } });
		expect(error).toBeUndefined();
	});

	it('names the problem with the proxy that an expression finds', async () => {
		const { error } = await bench.run(
			{ ...list, requestOptions: { proxy: '={{ $json.proxy }}' } },
			{ items: [{ proxy: 'nowhere' }] },
		);
		expect(error?.message).toContain('"Proxy" must be a web address');
		expect(bench.requests()).toEqual([]);
	});

	it('ends a request at the timeout that an expression yields as text', async () => {
		bench.control.fail({ method: 'GET', path: '/campaigns', kind: 'slow', delaySeconds: 300 });
		const { error } = await bench.run({
			...list,
			options: { maxRetries: 0 },
			requestOptions: { timeout: '={{ "500" }}' },
		});
		expect(error?.message).toContain('no answer in time');
		await until(() => bench.requests().length === 1);
	});

	it.each(['={{ "soon" }}', '={{ -1 }}'])('names the problem with the timeout %s', async (timeout) => {
		const { error } = await bench.run({ ...list, requestOptions: { timeout } });
		expect(error?.message).toContain('"Timeout" must be ');
		expect(bench.requests()).toEqual([]);
	});
});
