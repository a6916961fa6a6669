import { describe, expect, it } from '@jest/globals';

import type { Door } from '../engine';
import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';

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

describe('a credential whose secrets store is gone', () => {
	const doors: Door[] = ['customOperations', 'routing', 'one by one'];

	it.each(doors)('before the run: nothing was sent, and nothing is said to be unknown (Stop, through "%s")', async (door) => {
		const { error } = await bench.run(addProspects, { items: people(2), unreadableFrom: 0, door });
		expect(error?.message).toContain('The vault is sealed');
		expect(JSON.stringify(error)).not.toContain('unknown');
		expect(bench.requests()).toEqual([]);
	});

	it('before the run: says what to do on every item (error output)', async () => {
		const settings = { onError: 'continueErrorOutput' } as const;
		const { errors } = await bench.run(addProspects, { items: people(2), unreadableFrom: 0, settings });
		expect(errors.map(({ json }) => json.details)).toEqual([
			expect.objectContaining({ outcome: 'input', description: expect.stringContaining('Nothing was sent') }),
			expect.objectContaining({ outcome: 'input', description: expect.stringContaining('Nothing was sent') }),
		]);
	});

	it.each(doors)('during the run: the credential was read once for all of it (through "%s")', async (door) => {
		// n8n's routing reads it once by itself.
		const unreadableFrom = door === 'routing' ? 2 : 1;
		const parameters = { resource: 'campaign', operation: 'pause', campaignId: byId('campaign_001') };
		const { error, items: done } = await bench.run(parameters, { items: people(5), unreadableFrom, door });
		expect(error).toBeUndefined();
		expect(done).toHaveLength(5);
	});
});
