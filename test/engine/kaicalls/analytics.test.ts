import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { useOperations } from './operations';

const { bench, rows, sent, expectAllEndpointsReached } = useOperations('analytics');

const agentId = () => bench.state.agents[0]?.id ?? '';

describe('analytics', () => {
	it.each([
		['getDashboard', {}, '/analytics/dashboard', { days: '30' }],
		['getDashboard', { days: 90 }, '/analytics/dashboard', { days: '90' }],
		['getAgents', { filters: { days: 7 } }, '/analytics/agents', { days: '7' }],
		['getBusinesses', { days: 7 }, '/analytics/businesses', { days: '7' }],
		['getCalls', { filters: { days: 7, groupBy: 'week' } }, '/analytics/calls', { days: '7', group_by: 'week' }],
		['getFunnel', { filters: { source: 'referral' } }, '/analytics/funnel', { source: 'referral' }],
		['getWeek', {}, '/analytics/weekly', undefined],
	])('%s sends %j', async (operation, parameters, path, query) => {
		expect(await rows(operation, parameters)).toHaveLength(1);
		expect(sent()).toEqual([{ to: `GET ${path}`, ...(query && { query }) }]);
	});

	it.each(['getAgents', 'getCalls'])('%s filters by agent', async (operation) => {
		await rows(operation, { filters: { agentId: byId(agentId()) } });
		expect(sent()).toMatchObject([{ query: { agent_id: agentId() } }]);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
