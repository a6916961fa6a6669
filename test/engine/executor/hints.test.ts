import { describe, expect, it } from '@jest/globals';

import { hintsOf } from '../engine';
import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';

const bench = useKakiyoBench();

describe('the hint over the output', () => {
	it('names requests and duplicates', async () => {
		const items = [...people(248), ...people(2)];
		const result = await bench.run(addProspects, { items });
		expect(hintsOf(result)).toEqual(['250 items in 3 requests. 2 duplicates were not sent.']);
	});

	it('says how long the run waited for each limit', async () => {
		const statistics = { resource: 'campaign', operation: 'getStatistics', campaignId: byId('campaign_001') };
		const result = await bench.run(statistics, { items: Array.from({ length: 40 }, () => ({})) });
		expect(hintsOf(result)).toEqual([
			expect.stringMatching(/^Waited \d+ s for Kakiyo’s limit of 30 requests a minute\.$/),
		]);
	});

	it('counts items that an earlier try had done', async () => {
		bench.control.fail({ method: 'POST', path: '/prospects/batch', kind: 'status', status: 404, skip: 1 });
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const result = await bench.run(addProspects, { items: people(250), settings });
		expect(hintsOf(result)).toEqual([
			'150 items in 2 requests. 100 items had been done by an earlier try and were not sent again.',
		]);
	});

	it('is absent when there is nothing to say', async () => {
		const result = await bench.run({ resource: 'campaign', operation: 'getAll', limit: 1 }, { items: [{}, {}] });
		expect(result.items).toHaveLength(2);
		// In scaled time a hiccup of the machine is a wait of seconds.
		expect(hintsOf(result).filter((hint) => !hint.startsWith('Waited'))).toEqual([]);
	});
});
