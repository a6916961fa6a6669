import { createHash } from 'node:crypto';

import type {
	DeclarativeRestApiSettings,
	IExecuteSingleFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import { isTool, readCall, readPass } from './call';
import { inputFailure, type Failure } from '../contract/failure';
import { clientFor, quotaOf } from './client';
import type { Draft, Operation } from '../contract/operation';
import { INCLUDE_QUOTA, quotaMember } from './quota';
import { failureError, failureItem, successItems } from '../run/report';
import { Run } from '../run/run';
import { systemTime } from './systemTime';
import type { Vendor } from '../contract/vendor';

type Context = IExecuteSingleFunctions;
type RoutedRequest = Pick<DeclarativeRestApiSettings.ResultOptions, 'options'>;
type Paginate = (this: Context, routed: RoutedRequest) => Promise<INodeExecutionData[]>;

/** Runs by what n8n keeps through all tries of a node, and by node, as an agent's tools share the agent's. */
const runs = new WeakMap<object, Map<string, Run>>();

function runOf(context: Context): Run {
	// An agent may call its tool again on purpose: each call is a run of its own.
	if (isTool(context)) return new Run(systemTime);
	const key = context.getExecuteData();
	const byNode = runs.get(key) ?? new Map<string, Run>();
	runs.set(key, byNode);
	const { name } = context.getNode();
	const run = byNode.get(name) ?? new Run(systemTime);
	byNode.set(name, run);
	return run;
}

/** Calls of an agent's tools whose outcome is unknown: an agent that tries again must not ring a phone twice. */
const doubtfulToolCalls = new WeakMap<object, Map<string, Failure>>();

function doubtsOf(context: Context): Map<string, Failure> {
	const key = context.getExecuteData();
	const doubts = doubtfulToolCalls.get(key) ?? new Map<string, Failure>();
	doubtfulToolCalls.set(key, doubts);
	return doubts;
}

const fingerprintOf = (context: Context, draft: Draft): string =>
	createHash('sha256')
		.update(JSON.stringify([context.getNode().name, draft.fingerprint]))
		.digest('hex');

/** Reads and checks the item's fields; whatever is wrong with them is the item's failure, not the engine's. */
function draftCall(operation: Operation, context: Context, routed: RoutedRequest): Draft | Failure {
	try {
		return operation(readCall(context, routed));
	} catch (error) {
		return inputFailure(error);
	}
}

const isDraft = (drafted: Draft | Failure): drafted is Draft => 'perform' in drafted;

/**
 * The request executor: the function that n8n calls for each item of a declarative operation, once as
 * `routing.operations.pagination`. Everything that must hold for every request of every node holds here.
 */
export function executor(vendor: Vendor, operation: Operation): Paginate {
	return async function (this: Context, routed) {
		const item = this.getItemIndex();
		const pass = readPass(this);
		const drafted = draftCall(operation, this, routed);
		const fingerprint = isTool(this) && isDraft(drafted) ? fingerprintOf(this, drafted) : undefined;
		const doubt = fingerprint === undefined ? undefined : doubtsOf(this).get(fingerprint);

		const { outcome, attempt } = await runOf(this).perform(
			item,
			pass,
			doubt ??
				(isDraft(drafted)
					? async (current) => await drafted.perform(clientFor(this, vendor, routed, current))
					: drafted),
		);

		const { rows, failure } = outcome;
		if (rows) {
			const wantsQuota = this.getNodeParameter(`options.${INCLUDE_QUOTA}`, false) === true;
			return successItems(rows, item, wantsQuota ? quotaMember(quotaOf(this, vendor)) : {});
		}
		if (failure.kind === 'skipped') return [];
		if (fingerprint !== undefined && failure.kind === 'unknown') doubtsOf(this).set(fingerprint, failure);
		if (!pass.stopOnFailure) return [failureItem(failure, item)];
		await attempt.idle();
		throw failureError(this.getNode(), failure, item, attempt, pass.total);
	};
}
