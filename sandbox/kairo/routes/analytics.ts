import { groupBy } from '../../tools/groupBy';
import { costsQuery, latencyQuery, runsQuery, usageQuery } from '../contract/analytics';
import type { Period } from '../contract/common';
import { unknownRecord } from '../errors';
import { periodOf, spread, totalsOf } from '../metrics';
import type { Kairo } from '../kairo';
import { list } from '../lists';
import type { Run } from '../state';
import { iso, shownRun, shownTrace } from '../views';
import { buildersOf, type Handlers } from './builders';

function startedByAgent({ started_by }: Run, agentId: string | undefined): boolean {
	return agentId === undefined || started_by.id === agentId;
}

/** The record to which a run's costs belong. */
const costKeys = {
	day: (run: Run) => periodOf(run, 'day'),
	agent: ({ started_by }: Run) => (started_by.type === 'agent' ? started_by.id : 'none'),
	workflow: ({ started_by }: Run) => (started_by.type === 'workflow' ? started_by.id : 'none'),
	model: ({ model }: Run) => model,
} as const;

/**
 * No document shows these replies; their content follows from the category's text: usage, costs, traces, runs, tokens,
 * latency.
 */
export function analyticsHandlers(kairo: Kairo): Handlers<'analytics'> {
	const { plain, withQuery } = buildersOf(kairo);

	function runsIn({ from, to }: Period): Run[] {
		return [...kairo.state.runs.values()].filter((run) => {
			// In the form of the replies, so that a time from a reply finds its run.
			const moment = Date.parse(iso(run.created_at));
			return (from === undefined || moment >= Date.parse(from)) && (to === undefined || moment <= Date.parse(to));
		});
	}

	/** Only these have tokens, costs and times. */
	function finishedIn(period: Period): Run[] {
		return runsIn(period).filter((run) => kairo.desk.isOver(run));
	}

	return {
		getUsage: (at) =>
			withQuery({
				...at,
				query: usageQuery,
				handle({ query: { granularity, agent_id, ...period } }) {
					const runs = finishedIn(period).filter((run) => startedByAgent(run, agent_id));
					const periods = [...groupBy(runs, (run) => periodOf(run, granularity))].map(([start, rows]) => ({
						period: start,
						...totalsOf(rows),
					}));
					return { granularity, total: totalsOf(runs), periods };
				},
			}),
		getCosts: (at) =>
			withQuery({
				...at,
				query: costsQuery,
				handle({ query: { group_by, ...period } }) {
					const runs = finishedIn(period);
					const groups = [...groupBy(runs, costKeys[group_by])].map(([group, rows]) => ({
						group,
						cost_usd: totalsOf(rows).cost_usd,
					}));
					return { group_by, total_usd: totalsOf(runs).cost_usd, groups };
				},
			}),
		getTraces: (at) =>
			withQuery({
				...at,
				query: runsQuery,
				handle({ query: { agent_id, from, to, ...page } }) {
					const runs = finishedIn({ from, to }).filter((run) => startedByAgent(run, agent_id));
					return list(
						kairo,
						'traces',
						runs.map((run) => shownTrace(kairo, run)),
						page,
					);
				},
			}),
		getTrace: (at) =>
			plain({
				...at,
				handle({ params: { traceId = '' } }) {
					const run = finishedIn({}).find(({ trace_id }) => trace_id === traceId);
					if (!run) throw unknownRecord(kairo, 'trace', traceId);
					return shownTrace(kairo, run);
				},
			}),
		getRuns: (at) =>
			withQuery({
				...at,
				query: runsQuery,
				handle({ query: { agent_id, from, to, ...page } }) {
					const runs = runsIn({ from, to }).filter((run) => startedByAgent(run, agent_id));
					return list(
						kairo,
						'runs',
						runs.map((run) => shownRun(kairo, run)),
						page,
					);
				},
			}),
		getLatency: (at) =>
			withQuery({
				...at,
				query: latencyQuery,
				handle({ query: period }) {
					const runs = finishedIn(period);
					return {
						runs: runs.length,
						total: spread(runs.map(({ created_at, ends_at }) => ends_at - created_at)),
						queue: spread(runs.map(({ created_at, runs_at }) => runs_at - created_at)),
						model: spread(runs.map(({ runs_at, ends_at }) => ends_at - runs_at)),
					};
				},
			}),
	};
}
