import { isDeepStrictEqual } from 'node:util';
import { Answer } from '../../server/answer';
import type { Route } from '../../server/vendor';
import { attemptsQuery, createRun, jobsQuery, runsQuery, updateRun } from '../contract/runs';
import { invalidRequest } from '../errors';
import type { KaiCalls } from '../kaicalls';
import { firstOf, newestFirst } from '../paging';
import type { CommunicationRun } from '../state';
import { dated, shownRun } from '../views';
import { withBody, withQuery } from './builders';

const idempotencyKey = 'Idempotency-Key';

/**
 * Bulk outreach. Only the envelope of a run is documented, so a run here stays unchanged after its creation and
 * contacts no person.
 */
export function communicationRunRoutes(kaicalls: KaiCalls): Route[] {
	return [
		withBody({
			method: 'POST',
			path: '/communication-runs/validate',
			body: createRun,
			handle: () => ({ valid: true, errors: [] }),
		}),
		withBody({ method: 'POST', path: '/communication-runs/preview', body: createRun, handle: () => ({ jobs: [] }) }),
		withBody({
			method: 'POST',
			path: '/communication-runs',
			body: createRun,
			handle({ body, headers }) {
				const access = kaicalls.access(headers);
				const { 'idempotency-key': header } = headers;
				if (typeof header !== 'string' || header === '')
					throw invalidRequest([{ field: idempotencyKey, message: 'This header is required' }]);
				const { runs, runsByKey, ids } = kaicalls.state;
				const mark = `${access.key.id} ${header}`;
				const known = runsByKey.get(mark);
				if (known) {
					if (isDeepStrictEqual(known.body, body)) return shownRun(kaicalls, known);
					throw invalidRequest([{ field: idempotencyKey, message: 'Was used with another body' }]);
				}
				const run: CommunicationRun = {
					id: ids.next('run'),
					business_id: access.business(body.business_id),
					external_ref: body.external_ref ?? null,
					status: 'running',
					body,
					created_at: kaicalls.stamp(),
				};
				runs.set(run.id, run);
				runsByKey.set(mark, run);
				return new Answer(201, shownRun(kaicalls, run));
			},
		}),
		withQuery({
			method: 'GET',
			path: '/communication-runs',
			query: runsQuery,
			handle({ query: { business_id, id, external_ref, limit }, headers }) {
				const access = kaicalls.access(headers);
				const { runs } = kaicalls.state;
				if (id !== undefined) return shownRun(kaicalls, access.find(runs, id, 'communication run', business_id));
				const wanted = access
					.all(runs, business_id)
					.filter((run) => external_ref === undefined || run.external_ref === external_ref);
				const { rows, has_more } = firstOf(newestFirst(wanted), limit);
				return { communication_runs: rows.map((run) => shownRun(kaicalls, run)), has_more };
			},
		}),
		withBody({
			method: 'PATCH',
			path: '/communication-runs',
			body: updateRun,
			handle({ body: { id, action, business_id }, headers }) {
				const run = kaicalls.access(headers).find(kaicalls.state.runs, id, 'communication run', business_id);
				run.status = action === 'pause' ? 'paused' : 'cancelled';
				return shownRun(kaicalls, run);
			},
		}),
		withQuery({
			method: 'GET',
			path: '/communication-jobs',
			query: jobsQuery,
			handle({ query: { communication_run_id, channel, status, limit }, headers }) {
				const wanted = kaicalls
					.access(headers)
					.all(kaicalls.state.jobs)
					.filter((job) => communication_run_id === undefined || job.communication_run_id === communication_run_id)
					.filter(
						(job) =>
							(channel === undefined || job.channel === channel) && (status === undefined || job.status === status),
					);
				return { jobs: wanted.slice(0, limit).map((job) => dated(kaicalls, job)) };
			},
		}),
		withQuery({
			method: 'GET',
			path: '/communication-attempts',
			query: attemptsQuery,
			handle({ query: { sequence_id, status, limit }, headers }) {
				const wanted = kaicalls
					.access(headers)
					.all(kaicalls.state.attempts)
					.filter((attempt) => sequence_id === undefined || attempt.sequence_id === sequence_id)
					.filter((attempt) => status === undefined || attempt.status === status);
				return { attempts: wanted.slice(0, limit).map((attempt) => dated(kaicalls, attempt)) };
			},
		}),
	];
}
