import {
	NodeConnectionTypes,
	NodeOperationError,
	type IDataObject,
	type IExecuteSingleFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { callerOf } from './caller';
import type { Call } from './ports';
import { resultsOf, type NodeOperation, type Results } from './results';

/** A run over all items. Each entry takes its own item's result from it. */
interface SharedRun {
	results: Promise<Results>;
	/** Items whose entry has come. */
	entered: Set<number>;
	total: number;
}

/** By an object that n8n keeps during a run of a node, and by node. */
const sharedRuns = new WeakMap<object, Map<string, SharedRun>>();

/** The data of all input items; in a tool, the values from the model. */
export function callOf(context: IExecuteSingleFunctions): Call {
	const caller = callerOf(context);
	return {
		caller,
		inputs: caller === 'model' ? [context.getInputData(0, NodeConnectionTypes.AiTool).json] : itemsOf(context),
	};
}

function itemsOf(context: IExecuteSingleFunctions): IDataObject[] {
	const inputs = context.getExecuteData().data[NodeConnectionTypes.Main]?.[0] ?? [context.getInputData()];
	return (context.getNode().executeOnce ? inputs.slice(0, 1) : inputs).map(({ json }) => json);
}

function openRun(context: IExecuteSingleFunctions, operation: NodeOperation): SharedRun {
	const call = callOf(context);
	return { results: resultsOf(context, operation, call), entered: new Set<number>(), total: call.inputs.length };
}

/** The run that an entry belongs to. Each item enters a run once; an item that enters again starts the next try. */
function sharedRun(context: IExecuteSingleFunctions, operation: () => NodeOperation): SharedRun {
	const executeData = context.getExecuteData();
	const byNode = sharedRuns.get(executeData) ?? new Map<string, SharedRun>();
	sharedRuns.set(executeData, byNode);
	const { name } = context.getNode();
	const index = context.getItemIndex();
	const open = byNode.get(name);
	const shared = open && !open.entered.has(index) ? open : openRun(context, operation());
	shared.entered.add(index);
	if (shared.entered.size < shared.total) byNode.set(name, shared);
	else byNode.delete(name);
	return shared;
}

/**
 * n8n's routing passes all rows of an item as arguments of one call, which overflows the stack somewhat above this
 * number.
 */
const MOST_ROWS = 100_000;

function fitForRouting(
	context: IExecuteSingleFunctions,
	items: INodeExecutionData[],
	index: number,
): INodeExecutionData[] {
	if (items.length <= MOST_ROWS) return items;
	throw new NodeOperationError(
		context.getNode(),
		`The list has more than ${MOST_ROWS} rows, too many for this way of running the node`,
		{
			description: 'Set a Limit, or run the node in a workflow with Resource and Operation chosen from their lists.',
			itemIndex: index,
		},
	);
}

/**
 * The second entry point: n8n's routing enters an operation for each item by itself. MCP Server Trigger, agents before
 * version 3 and n8n Agents use it. The first entry runs all items; the others take their results from it. A tool has no
 * items.
 * @param operation is called once for each run over all items
 */
export async function runRoutedEntry(
	context: IExecuteSingleFunctions,
	operation: () => NodeOperation,
): Promise<INodeExecutionData[]> {
	const index = context.getItemIndex();
	const results =
		callerOf(context) === 'model'
			? await resultsOf(context, operation(), callOf(context))
			: await sharedRun(context, operation).results;
	return fitForRouting(context, results.of(index), index);
}
