import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { isNoEnd } from '../contract/failure';
import type { Operation } from '../contract/operation';
import type { Vendor } from '../contract/vendor';
import { drive, type FinishedRun } from '../run/driver';
import { toolAnswer } from '../tool/answer';
import { takeNames } from '../run/namedRecords';
import { toolArguments } from '../tool/toolArguments';
import { errorOutputItem, failureError, itemOf } from './output';
import { portsOf, type Call, type NodeContext } from './ports';
import { quotaMember } from './quota';

/** The function that a node runs for one of its operations. */
export interface NodeOperation {
	vendor: Vendor;
	operation: Operation;
	/** Descriptions of its parameters. */
	fields: INodeProperties[];
	/** Its name as a step of a workflow in n8n's editor, such as `Get many agents`; '' if it has no name. */
	action: string;
}

/** A finished run, in the form that n8n needs. */
export interface Results {
	run: FinishedRun;
	/**
	 * @throws NodeApiError when the item failed and On Error is Stop; never for a model, which gets failures as data
	 */
	of(index: number): INodeExecutionData[];
}

/** Its items are rows with columns that it reads. */
const mapsColumns = (fields: INodeProperties[]): boolean => fields.some(({ type }) => type === 'resourceMapper');

/** Runs an operation over all input items of a node, or for one call of a model. */
export async function resultsOf(
	context: NodeContext,
	{ vendor, operation, fields, action }: NodeOperation,
	call: Call,
): Promise<Results> {
	const stopOnFailure = !context.continueOnFail();
	const ports = portsOf(context, vendor, fields, call);
	const isTool = call.caller === 'model';
	if (isTool) await takeNames(vendor, ports, fields);
	const node = context.getNode();
	const failuresApart = node.onError === 'continueErrorOutput';
	const isSubWorkflow = context.getMode() === 'integrated';
	const run = await drive(operation, vendor, ports, {
		stopOnFailure,
		isTool,
		failuresApart,
		includesInput: mapsColumns(fields),
		isSubWorkflow,
	});
	const quota = quotaMember(run.quota);
	const quotaOf = (index: number) => (run.includeQuota.has(index) ? quota : undefined);
	if (isTool) {
		const asked = toolArguments(fields, ports.parameters.of(0));
		const answer = toolAnswer(run, { vendor, advice: operation.advice, action, ...asked });
		return { run, of: () => answer.map((json) => itemOf({ json }, 0, quotaOf(0))) };
	}
	const isEnded = [...run.outcomes.values()].some(
		({ failure }) => failure && failure.kind !== 'skipped' && !isNoEnd(failure),
	);
	return {
		run,
		of(index) {
			const { failure } = run.outcomes.get(index) ?? {};
			const shown = (quota?: IDataObject) => run.rowsOf(index).map((row) => itemOf(row, index, quota));
			if (!failure) return shown(quotaOf(index));
			// Not tried. The item that ended the run is reported instead, unless each item gets its own error.
			if (failure.kind === 'skipped' && !(failure.isOfAccount && (!run.settings.stopOnFailure || !isEnded))) return [];
			if (failure.kind === 'heldBack') return shown();
			if (run.settings.stopOnFailure) throw failureError(node, failure, index, run);
			return shown().map((item) => (failuresApart ? errorOutputItem(node, failure, item, index) : item));
		},
	};
}
