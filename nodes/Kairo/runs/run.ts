import { ItemFailure } from '../../shared/executor/failure';
import type { ApiRequest, Call, Operation } from '../../shared/executor/operation';
import { draftRequest } from '../../shared/executor/request';
import { advising } from '../../shared/operations/advice';
import { prepareRequest } from '../../shared/operations/single';
import { recordRows } from '../answers';
import { endpointOf } from '../endpoints';
import { additionalBody } from '../fields';
import { explanationOf, LABELS } from '../unpublished';
import { readTimeLimit, runInput } from './fields';
import { follow } from './follow';
import { readMaxRuns } from './options';
import { placesOf } from './places';

type Runner = 'agent' | 'workflow';

/** The request that reads the run with these ids. */
function lookRequest(runner: Runner, call: Call, ids: Record<string, string>): ApiRequest {
	const endpoint = endpointOf(runner, 'getRun');
	const named: Call = { ...call, query: {}, body: {}, field: (name) => ids[name] };
	return { ...draftRequest(endpoint, named), explain: explanationOf(runner, endpoint) };
}

const notStarted = new ItemFailure({
	kind: 'skipped',
	message: 'Not started: the node ended before there was a place for this run',
	description: 'Nothing happened for this item. Run it again.',
});

/** Starts a run for each item, no more at a time than the user allows, and waits for its end if wanted. */
export function running(runner: Runner): Operation {
	const endpoint = endpointOf(runner, 'run');
	const resource = LABELS[runner];
	return advising({ lookUp: `${resource} > Get Runs shows whether it was started.` }, (call) => {
		const { ids = {}, ...start } = prepareRequest({ ...endpoint, prepare: [runInput, additionalBody()] }, call);
		const timeLimitMs = readTimeLimit(call);
		const maxRuns = readMaxRuns(call);
		return {
			fingerprint: { ...start.request, timeLimitMs },
			async perform(client) {
				const places = placesOf(client.account, client.time);
				if (!(await places.enter(maxRuns, client.cancelled))) throw notStarted;
				try {
					const { body } = await client.send({ ...start, ids, explain: explanationOf(runner, endpoint) });
					if (timeLimitMs === undefined) return recordRows(body, ids);
					const look = (runId: string) => lookRequest(runner, call, { ...ids, runId });
					return [await follow(body, { look, timeLimitMs, resource }, client)];
				} finally {
					places.leave();
				}
			},
		};
	});
}
