import type { IncomingResponse } from '../../shared/contract/exchange';
import { ItemFailure } from '../../shared/contract/failure';
import type { ApiClient, ApiRequest, Operation } from '../../shared/contract/operation';
import { advising } from '../../shared/operations/advice';
import { prepareRequest } from '../../shared/operations/single';
import { recordRows } from '../answers/records';
import { endpointOf } from '../endpoints';
import { LABELS } from '../labels';
import { additionalBody } from '../prepare';
import { withStanding } from '../unpublished';
import { readTimeLimit, runInput } from './fields';
import { follow } from './follow';
import { lookRequest, type Runner } from './look';
import { readMaxRuns } from './options';
import { placesOf } from './places';
import { cutShortRun, startedRuns } from './started';

const notStarted = new ItemFailure({
	kind: 'skipped',
	message: 'Not started: the node ended before there was a place for this run',
	description: 'Nothing happened for this item. Run it again.',
});

const TOO_MANY = 429;

/** The status does not tell whether it was for the number of runs or of requests. */
function worded(thrown: unknown): unknown {
	if (!(thrown instanceof ItemFailure) || thrown.failure.status !== TOO_MANY) return thrown;
	return new ItemFailure({
		...thrown.failure,
		message: 'KAIRO has too many runs at once, or its request limit is used up',
		description: `This run was not started. Turn on Wait for Run or lower Max Concurrent Runs, so that fewer runs are under way together, then run the item again. ${thrown.failure.message}.`,
	});
}

async function start(request: ApiRequest, api: ApiClient): Promise<IncomingResponse> {
	try {
		return await api.send(request);
	} catch (thrown) {
		throw worded(thrown);
	}
}

/** Starts a run for each item, no more at a time than the user allows, and waits for its end if wanted. */
export function running(runner: Runner): Operation {
	const endpoint = endpointOf(runner, 'run');
	const resource = LABELS[runner];
	const prepare = [runInput, additionalBody(), withStanding(runner, endpoint)];
	return advising({ lookUp: `${resource} > Get Runs shows whether it was started.` }, (item) => {
		const request = prepareRequest({ ...endpoint, prepare }, item);
		const { ids = {} } = request;
		const timeLimitMs = readTimeLimit(item);
		const maxRuns = readMaxRuns(item);
		return {
			fingerprint: { ...request.request, timeLimitMs },
			async perform(api) {
				const places = placesOf(api.account, api.time);
				const started = startedRuns(api.attempt);
				const earlier = started.get(api.item);
				const cutShort = () => (api.attempt.stopped ? cutShortRun(api, resource) : undefined);
				if (!(await places.enter(maxRuns, api.cancelled))) throw (earlier && cutShort()) ?? notStarted;
				try {
					const response = earlier ?? (await start(request, api));
					if (timeLimitMs === undefined) return recordRows(response.body, ids);
					started.set(api.item, response);
					const look = (runId: string) => lookRequest(runner, { ...ids, runId });
					return [await follow(response, { look, timeLimitMs, resource, cutShort }, api)];
				} finally {
					places.leave();
				}
			},
		};
	});
}
