import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { useOperations } from './operations';

const { bench, rows, sent, expectAllEndpointsReached } = useOperations('analytics');

const agentId = () => bench.state.agents[0]?.id ?? '';

describe('analytics', () => {
	it.each([
		['getDashboard', {}, '/analytics/dashboard', undefined],
		['getDashboard', { days: 90 }, '/analytics/dashboard', { days: '90' }],
		['getAgents', { days: 7 }, '/analytics/agents', { days: '7' }],
		['getBusinesses', { days: 7 }, '/analytics/businesses', { days: '7' }],
		['getCalls', { days: 7, groupBy: 'week' }, '/analytics/calls', { days: '7', group_by: 'week' }],
		['getFunnel', { source: 'referral' }, '/analytics/funnel', { source: 'referral' }],
		['getWeek', {}, '/analytics/weekly', undefined],
	])('%s sends %j', async (operation, filters, path, query) => {
		expect(await rows(operation, { filters })).toHaveLength(1);
		expect(sent()).toEqual([{ to: `GET ${path}`, ...(query && { query }) }]);
	});

	it.each(['getAgents', 'getCalls'])('%s filters by agent', async (operation) => {
		await rows(operation, { filters: { agentId: byId(agentId()) } });
		expect(sent()).toMatchObject([{ query: { agent_id: agentId() } }]);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
