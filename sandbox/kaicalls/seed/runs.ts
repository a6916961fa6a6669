import { day } from '../../tools/seedTools';
import type { Ids } from '../ids';
import type { CommunicationAttempt, CommunicationJob, CommunicationRun, Workspace } from '../state';

const moment = Date.parse(day(25));

/** The communication runs of a fresh account. */
export function seedRuns(ids: Ids, [workspace]: readonly Workspace[]): CommunicationRun[] {
	return [
		{
			id: ids.next('run'),
			business_id: workspace?.id ?? '',
			external_ref: 'spring-recall',
			status: 'running',
			body: { name: 'Spring recall' },
			created_at: moment,
		},
	];
}

/** The jobs of these runs. */
export function seedJobs(ids: Ids, runs: readonly CommunicationRun[]): CommunicationJob[] {
	return runs.flatMap(({ id, business_id }) =>
		(['call', 'sms'] as const).map((channel) => ({
			id: ids.next('job'),
			business_id,
			communication_run_id: id,
			channel,
			status: 'pending',
			created_at: moment,
		})),
	);
}

/** The attempts of these jobs. */
export function seedAttempts(ids: Ids, jobs: readonly CommunicationJob[]): CommunicationAttempt[] {
	return jobs.map(({ business_id, communication_run_id }) => ({
		id: ids.next('attempt'),
		business_id,
		sequence_id: communication_run_id,
		status: 'succeeded',
		created_at: moment,
	}));
}
