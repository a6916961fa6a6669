import { describe, expect, it } from '@jest/globals';

import { addProspects, people, useKakiyoBench } from '../kakiyo';

const bench = useKakiyoBench();

describe('a node without its credential', () => {
	const settings = { credentials: {} };

	it('says so, and not that something may have been sent (Stop)', async () => {
		const { error } = await bench.run(addProspects, { items: people(2), settings });
		expect(error?.message).toContain('credential');
		expect(error?.message).not.toContain('unknown');
		expect(error?.description).toContain('Not done: item 0 to 1');
		expect(bench.requests()).toEqual([]);
	});

	it('says so on every item (error output), and Retry On Fail tries again', async () => {
		const retry = { ...settings, onError: 'continueErrorOutput', retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } as const;
		const { items, errors } = await bench.run(addProspects, { items: people(2), settings: retry });
		expect(items).toEqual([]);
		expect(errors.map(({ json }) => json.details)).toEqual([
			expect.objectContaining({ outcome: 'input' }),
			expect.objectContaining({ outcome: 'input' }),
		]);
	});
});
