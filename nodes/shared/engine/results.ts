import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { isNoEnd } from '../contract/failure';
import type { Execution, Operation } from '../contract/operation';
import type { Vendor } from '../contract/vendor';
import { drive, type FinishedRun } from '../run/driver';
import { heldBackRow } from '../run/failureRow';
import { errorOutputItem, failureError, failureItem, successItem } from './output';
import { isTool, portsOf, type NodeContext } from './ports';
import { quotaMember } from './quota';

/** What a node runs for one of its operations. */
export interface NodeOperation {
	vendor: Vendor;
	operation: Operation;
	/** Descriptions of its parameters. */
	fields: INodeProperties[];
}

/** A finished run, as n8n takes its items. */
export interface Results {
	run: FinishedRun;
	/**
	 * @param asData a failure is a row, whatever On Error says
	 * @throws NodeApiError when the item failed and On Error is Stop
	 */
	of(index: number, asData?: boolean): INodeExecutionData[];
}

/**
 * Runs an operation over all input items of a node.
 * @param inputs the items' own data
 * @param execution undefined where it cannot be put to wait
 */
export async function resultsOf(
	context: NodeContext,
	{ vendor, operation, fields }: NodeOperation,
	inputs: IDataObject[],
	execution?: Execution,
): Promise<Results> {
	const stopOnFailure = !context.continueOnFail();
	const ports = portsOf(context, vendor, fields, inputs, execution);
	const run = await drive(operation, vendor, ports, {
		stopOnFailure,
		isTool: isTool(context),
		isSubWorkflow: context.getMode() === 'integrated',
	});
	const isEnded = [...run.outcomes.values()].some(({ failure }) => failure && failure.kind !== 'skipped' && !isNoEnd(failure));
	const quota = quotaMember(run.quota);
	const node = context.getNode();
	return {
		run,
		of(index, asData = !stopOnFailure) {
			const { rows, failure } = run.outcomes.get(index) ?? {};
			if (rows) return rows.map((row) => successItem(row, index, run.includeQuota.has(index) ? quota : undefined));
			if (!failure) return [];
			// Not tried: the item that ended the run is told in its place, unless each is told for itself.
			if (failure.kind === 'skipped' && !(failure.isOfAccount && (asData || !isEnded))) return [];
			if (failure.kind === 'heldBack') return [successItem({ json: heldBackRow(failure, isTool(context) ? {} : inputs[index]) }, index, undefined)];
			if (!asData) throw failureError(node, failure, index, run);
			return [node.onError === 'continueErrorOutput' ? errorOutputItem(node, failure, index) : failureItem(failure, index)];
		},
	};
}
