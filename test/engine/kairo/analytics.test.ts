import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { placeIn, placeOf } from './endpoints';
import { useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('analytics');

const agent = () => bench.state.agents[0]?.id ?? '';
const period = { from: '2026-01-12T00:00:00Z', to: '2026-01-20T00:00:00+02:00' };
const PERIOD = { from: '2026-01-12T00:00:00.000Z', to: '2026-01-19T22:00:00.000Z' };

describe('analytics', () => {
	it.each([
		['getUsage', { ...period, granularity: 'month' }, { ...PERIOD, granularity: 'month' }],
		['getCosts', { ...period, groupBy: 'agent' }, { ...PERIOD, group_by: 'agent' }],
		['getLatency', period, PERIOD],
		['getTraces', period, PERIOD],
		['getRuns', period, PERIOD],
	] as const)('%s sends the period and its own filters', async (operation, filters, query) => {
		await rows(operation, { filters });
		expect(sent()).toEqual([{ to: placeIn('analytics', operation), query }]);
	});

	it('reads dates as databases and spreadsheets write them, by the clock of the workflow', async () => {
		await rows('getUsage', { filters: { from: '2026-03-03 09:30:00', to: '46084.5' } });
		expect(sent()[0]?.query).toEqual({ from: '2026-03-03T14:30:00.000Z', to: '2026-03-03T17:00:00.000Z' });
	});

	it.each(['getUsage', 'getTraces', 'getRuns'])('%s may be about one agent', async (operation) => {
		await rows(operation, { filters: { agentId: byId(agent()) } });
		expect(sent()[0]?.query).toEqual({ agent_id: agent() });
	});

	it.each(['getUsage', 'getCosts', 'getLatency', 'getTraces', 'getRuns'])(
		'%s refuses an invalid date',
		async (operation) => {
			const { error } = await run(operation, { filters: { from: 'soon' } });
			expect(error?.message).toBe('"From" must be a date (got "soon")');
			expect(sent()).toEqual([]);
		},
	);

	it('refuses a query parameter that a filter has set already', async () => {
		const { error } = await run('getUsage', {
			filters: { from: period.from },
			queryParameters: { parameters: [{ name: 'from', value: '2025-01-01' }] },
		});
		expect(error?.message).toBe('"Query Parameters" must not contain "from", because another field sets it');
		expect(sent()).toEqual([]);
	});

	it('returns all figures', async () => {
		expect(await rows('getCosts')).toEqual([
			{ group_by: 'day', total_usd: expect.any(Number), groups: expect.any(Array) },
		]);
		expect(await rows('getUsage')).toMatchObject([{ total: { runs: 24 } }]);
		expect(await rows('getLatency')).toMatchObject([{ runs: 24 }]);
	});

	it.each([
		[{ data: [{ group: 'a' }, { group: 'b' }], has_more: true }, {}],
		[{ costs: [{ group: 'a' }, { group: 'b' }], next_cursor: 'c' }, {}],
		[[{ group: 'a' }, { group: 'b' }], { 'x-total-count': '80' }],
	])('does not return a part of the figures as complete: %j', async (body, headers) => {
		bench.control.fail({ ...placeOf('analytics', 'getCosts'), kind: 'status', status: 200, body, headers });
		const { error, items } = await run('getCosts');
		expect(items).toEqual([]);
		expect(error?.message).toContain('KAIRO sent 2 rows and has more');
		expect(error?.description).toContain(
			`Narrow the period, or read all pages with Analytics > API Request (${placeIn('analytics', 'getCosts')})`,
		);
	});

	it('lists runs and traces, and gets one', async () => {
		expect(await rows('getRuns', { returnAll: true })).toHaveLength(24);
		const [trace] = await rows('getTraces', { limit: 1 });
		expect(await rows('getTrace', { traceId: String(trace?.id) })).toEqual([trace]);
	});

	it('sends query parameters of the user’s own', async () => {
		await rows('getCosts', { queryParameters: { parameters: [{ name: 'group_by', value: 'model' }] } });
		expect(sent()[0]?.query).toEqual({ group_by: 'model' });
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
