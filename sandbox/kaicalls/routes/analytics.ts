import type { IncomingHttpHeaders } from 'node:http';
import type { Route } from '../../server/vendor';
import { agentAnalyticsQuery, callAnalyticsQuery, daysQuery, funnelQuery } from '../contract/account';
import type { KaiCalls } from '../kaicalls';
import type { Call, Lead } from '../state';
import { plain, withQuery } from './builders';

const millisecondsPerDay = 86_400_000;
const daysPerWeek = 7;

function totals(calls: readonly Call[]) {
	const completed = calls.filter(({ ending }) => ending?.error === null);
	const failed = calls.filter(({ ending }) => ending !== null && ending.error !== null).length;
	const seconds = completed.reduce((sum, { ending }) => sum + (ending?.duration ?? 0), 0);
	return { total: calls.length, completed: completed.length, failed, total_duration: seconds };
}

/** The day of a moment, or the Monday of its week. */
function periodOf(time: number, groupBy: 'day' | 'week'): string {
	const mondayBased = (new Date(time).getUTCDay() + daysPerWeek - 1) % daysPerWeek;
	const start = groupBy === 'day' ? time : time - mondayBased * millisecondsPerDay;
	return new Date(start).toISOString().slice(0, 10);
}

function countBy<T>(rows: readonly T[], keyOf: (row: T) => string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
	return counts;
}

/** No document shows these replies; their content follows from their names. */
export function analyticsRoutes(kaicalls: KaiCalls): Route[] {
	function since(headers: IncomingHttpHeaders, days: number): { calls: Call[]; leads: Lead[] } {
		const access = kaicalls.access(headers);
		const from = kaicalls.clock.now() - days * millisecondsPerDay;
		const { calls, leads } = kaicalls.state;
		const isRecent = ({ created_at }: { created_at: number }) => created_at >= from;
		return { calls: access.all(calls).filter(isRecent), leads: access.all(leads).filter(isRecent) };
	}

	return [
		withQuery({
			method: 'GET',
			path: '/analytics/dashboard',
			query: daysQuery,
			handle({ query: { days }, headers }) {
				const { calls, leads } = since(headers, days);
				const agents = kaicalls.access(headers).all(kaicalls.state.agents);
				return {
					period: { days },
					leads: { total: leads.length },
					calls: totals(calls),
					agents: { total: agents.length },
				};
			},
		}),
		withQuery({
			method: 'GET',
			path: '/analytics/calls',
			query: callAnalyticsQuery,
			handle({ query: { days, group_by, agent_id }, headers }) {
				const calls = since(headers, days).calls.filter((call) => agent_id === undefined || call.agent_id === agent_id);
				const counts = countBy(calls, ({ created_at }) => periodOf(created_at, group_by));
				return {
					...totals(calls),
					group_by,
					data: Object.entries(counts).map(([period, total]) => ({ period, total })),
				};
			},
		}),
		withQuery({
			method: 'GET',
			path: '/analytics/funnel',
			query: funnelQuery,
			handle({ query: { days, source }, headers }) {
				const leads = since(headers, days).leads.filter((lead) => source === undefined || lead.source === source);
				return {
					stages: Object.entries(countBy(leads, ({ status }) => status)).map(([status, count]) => ({ status, count })),
				};
			},
		}),
		withQuery({
			method: 'GET',
			path: '/analytics/agents',
			query: agentAnalyticsQuery,
			handle({ query: { days, agent_id }, headers }) {
				const { calls } = since(headers, days);
				const agents = kaicalls.access(headers).all(kaicalls.state.agents);
				const wanted = agents.filter(({ id }) => agent_id === undefined || id === agent_id);
				return {
					agents: wanted.map(({ id, name }) => ({
						agent_id: id,
						name,
						...totals(calls.filter((call) => call.agent_id === id)),
					})),
				};
			},
		}),
		plain({
			method: 'GET',
			path: '/analytics/weekly',
			handle({ headers }) {
				const { calls, leads } = since(headers, daysPerWeek);
				return { calls: totals(calls), leads: { total: leads.length } };
			},
		}),
		withQuery({
			method: 'GET',
			path: '/analytics/businesses',
			query: daysQuery,
			handle({ query: { days }, headers }) {
				const { calls } = since(headers, days);
				const workspaces = kaicalls.access(headers).workspaces();
				return {
					businesses: workspaces.map(({ id, name }) => ({
						business_id: id,
						name,
						...totals(calls.filter(({ business_id }) => business_id === id)),
					})),
				};
			},
		}),
	];
}
