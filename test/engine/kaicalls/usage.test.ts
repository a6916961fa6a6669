import { describe, expect, it } from '@jest/globals';

import { useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('usage');

describe('usage', () => {
	it.each(['newestFirst', 'oldestFirst'] as const)(
		'loses and repeats no row of equal time (%s)',
		async (usageOrder) => {
			bench.control.configureKaiCalls({ usageOrder });
			// The requests of the run itself are usage as well, so the end of the window is fixed.
			const filters = { start: '2020-01-01T00:00:00Z', end: new Date(Date.now() - 3_600_000).toISOString() };
			const ids = (await rows('getAll', { returnAll: true, filters })).map(({ id }) => id);
			expect(ids).toHaveLength(620);
			expect(new Set(ids).size).toBe(620);
			expect(sent()).toMatchObject([{ query: { limit: '500' } }, { query: { limit: '500' } }]);
		},
	);

	it('requests no more than wanted', async () => {
		const [row] = await rows('getAll', { limit: 1 });
		expect(row).toMatchObject({ method: 'GET', status_code: 200 });
		expect(sent()).toEqual([{ to: 'GET /usage', query: { limit: '1' } }]);
	});

	it('sends dates in UTC', async () => {
		await rows('getAll', { filters: { start: '2026-03-01T10:00:00+02:00', end: '' } });
		expect(sent()).toEqual([{ to: 'GET /usage', query: { limit: '50', start: '2026-03-01T08:00:00.000Z' } }]);
	});

	it('reads a date without a zone in the workflow’s zone', async () => {
		await rows('getAll', { filters: { start: '2026-03-01T10:00:00' } });
		expect(sent()).toMatchObject([{ query: { start: '2026-03-01T15:00:00.000Z' } }]);
	});

	it('refuses a text that is not a date', async () => {
		const { error } = await run('getAll', { filters: { start: 'last week' } });
		expect(error?.message).toBe('"Start" must be a date (got "last week")');
		expect(sent()).toEqual([]);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
