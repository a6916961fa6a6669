import type { IncomingResponse } from '../../shared/contract/exchange';
import { ItemFailure } from '../../shared/contract/failure';
import type { ApiClient, ApiRequest, ItemParameters, Operation } from '../../shared/contract/operation';
import { semaphoreOf } from '../../shared/limits/semaphore';
import { eachItem, type Draft } from '../../shared/operations/eachItem';
import { prepareRequest, subjectOf } from '../../shared/operations/single';
import { withSubject } from '../../shared/operations/withSubject';
import { recordRows } from '../answers/records';
import { endpointOf } from '../endpoints';
import { LABELS } from '../paths/labels';
import { additionalBody } from '../request/prepare';
import { withPathStanding } from '../paths/undocumented';
import { RUN_OUTPUT_MEMBERS } from '../untrustedMembers';
import { readTimeLimit, runInput } from './fields';
import { follow } from './follow';
import { getRunRequest, type Runner } from './getRunRequest';
import { readMaxRuns } from './options';
import { interruptedRun, noteStarted, earlierStart } from './started';

const notStarted = new ItemFailure({
	kind: 'skipped',
	message: 'Not started: the node ended before this run could start',
	description: 'Nothing happened for this item. Run it again.',
});

const TOO_MANY = 429;

/** Explains status 429, which may mean too many runs or too many requests. */
function explainTooMany(thrown: unknown): unknown {
	if (!(thrown instanceof ItemFailure) || thrown.failure.status !== TOO_MANY) return thrown;
	return new ItemFailure({
		...thrown.failure,
		message: 'KAIRO has too many runs at once, or its request limit is reached',
		description: `This run was not started. To have fewer runs at once, turn on Wait for Run or lower Max Concurrent Runs. ${thrown.failure.message}.`,
		again: 'Then run the item again.',
	});
}

async function start(request: ApiRequest, api: ApiClient): Promise<IncomingResponse> {
	try {
		return await api.send(request);
	} catch (thrown) {
		throw explainTooMany(thrown);
	}
}

/** Starts a run for each item, at most Max Concurrent Runs at a time, and waits for its end if the user wants that. */
export function runOperation(runner: Runner): Operation {
	const endpoint = endpointOf(runner, 'run');
	const resource = LABELS[runner];
	const prepare = [runInput(runner), additionalBody('options'), withPathStanding(runner, endpoint)];
	const read = (item: ItemParameters): Draft => {
		const request = prepareRequest({ ...endpoint, prepare }, item);
		const { ids = {} } = request;
		const timeLimitMs = readTimeLimit(item);
		const maxRuns = readMaxRuns(item);
		return {
			identity: { effect: request.request, ...subjectOf(request.request) },
			async perform(api) {
				const { run, cancelled } = api;
				const places = semaphoreOf(await api.account(), api.time);
				const earlier = earlierStart(api);
				// Needed only if another item ended the node: after Stop, n8n shows no error.
				const interruption = () => (run.stopped && run.hasFailed ? interruptedRun(api, resource) : undefined);
				const hasPlace = await places.acquire(maxRuns, { run, urgent: false, cancelled });
				if (!hasPlace) throw (earlier && interruption()) ?? notStarted;
				try {
					const response = earlier ?? (await start(request, api));
					if (timeLimitMs === undefined) {
						return recordRows(response.body).map((row) => withSubject(row, request, api.spelling));
					}
					noteStarted(api, response);
					const readRun = (runId: string) => getRunRequest(runner, { ...ids, runId });
					return [await follow(response, { readRun, timeLimitMs, resource, interruption }, api)];
				} finally {
					places.release();
				}
			},
		};
	};
	// Max Concurrent Runs sets the limit.
	return eachItem(read, {
		untrusted: RUN_OUTPUT_MEMBERS,
		// The node's own text about a run that continues.
		ownWords: ['hint'],
		lookUp: `Check with ${resource} > Get Runs whether it was started.`,
		atOnce: Infinity,
		endpoints: [`${endpoint.method} ${endpoint.path}`],
	});
}
