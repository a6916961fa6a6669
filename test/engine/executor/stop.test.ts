import { describe, expect, it } from '@jest/globals';

import type { EntryPoint } from '../engine';
import { byId, useKakiyoBench } from '../kakiyo';
import { until } from '../../support/eventually';

const bench = useKakiyoBench();

describe('the Stop button', () => {
	it.each<EntryPoint>(['customOperations', 'routing', 'one by one'])(
		'ends the waiting: nothing more is sent (through "%s")',
		async (entryPoint) => {
			bench.control.fail({
				method: 'GET',
				path: '/campaigns/*/stats',
				kind: 'status',
				status: 429,
				times: 100,
				headers: { 'retry-after': '60' },
			});
			let stop = () => {};
			const running = bench.run(
				{ resource: 'campaign', operation: 'getStatistics', campaignId: byId('campaign_001') },
				{ items: Array.from({ length: 10 }, () => ({})), entryPoint, onStart: (stopRun) => (stop = stopRun) },
			);
			await until(() => bench.requests().length > 0);
			const before = bench.requests().length;
			stop();
			const { items } = await running;
			expect(items).toEqual([]);
			// Those on the wire when Stop was pressed may still arrive; the lane is closed for the others.
			expect(bench.requests().length - before).toBeLessThan(5);
		},
	);
});
