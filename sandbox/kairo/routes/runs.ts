import { pageQuery, startRun } from '../contract/common';
import { unknownRecord } from '../errors';
import type { Kairo } from '../kairo';
import { list } from '../lists';
import type { RunOwner } from '../state';
import { shownRun, startedRun } from '../views';
import { buildersOf, type RouteAt } from './builders';
import { record } from './records';

interface Runnable {
	started_by: RunOwner;
	name: string;
	model: string;
}

/**
 * The three endpoints for the runs of an agent or a workflow.
 * @param runnableOf the agent or workflow in the path, or 404
 */
export function runHandlers(
	kairo: Kairo,
	runnableOf: (params: Readonly<Record<string, string>>) => Runnable,
): Record<'run' | 'getRuns' | 'getRun', RouteAt> {
	const { plain, withBody, withQuery } = buildersOf(kairo);

	return {
		run: (at) =>
			withBody({
				...at,
				status: 201,
				body: startRun,
				handle: ({ params, body: { input } }) => startedRun(kairo.desk.start({ ...runnableOf(params), input })),
			}),
		getRuns: (at) =>
			withQuery({
				...at,
				query: pageQuery,
				handle({ params, query }) {
					const { started_by } = runnableOf(params);
					const runs = [...kairo.state.runs.values()].filter((run) => run.started_by.id === started_by.id);
					return list(
						kairo,
						'runs',
						runs.map((run) => shownRun(kairo, run)),
						query,
					);
				},
			}),
		getRun: (at) =>
			plain({
				...at,
				handle({ params }) {
					const { started_by } = runnableOf(params);
					const run = record(kairo, kairo.state.runs, 'run', params['runId']);
					if (run.started_by.id !== started_by.id) throw unknownRecord(kairo, 'run', run.id);
					return shownRun(kairo, run);
				},
			}),
	};
}
