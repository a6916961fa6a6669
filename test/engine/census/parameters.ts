import { NodeHelpers, type IDataObject, type INode, type INodeParameters } from 'n8n-workflow';

import { parametersPort } from '../../../nodes/shared/engine/parameters';
import type { ParametersPort } from '../../../nodes/shared/run/ports';
import type { Sandbox } from './sandboxVendors';
import type { Writing } from './writing';

/** What a user sets in the node. */
export function parametersSet(
	{ resource, operationName, sample }: Writing,
	sandbox: Sandbox,
	chunked: boolean,
): INodeParameters {
	const { parameters } = sample;
	return {
		resource,
		operation: operationName,
		...(typeof parameters === 'function' ? parameters(sandbox) : parameters),
		...(chunked && sample.chunks?.parameters),
	};
}

/** The node, its parameters as n8n fills them in. */
export function filledIn(writing: Writing, sandbox: Sandbox, chunked: boolean): INode {
	const { description } = writing;
	const node: INode = {
		id: '1',
		name: 'Node',
		type: description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: parametersSet(writing, sandbox, chunked),
	};
	return {
		...node,
		parameters:
			NodeHelpers.getNodeParameters(description.properties, node.parameters, true, false, node, description) ?? {},
	};
}

/** n8n’s evaluator, as far as the samples need it. */
export function evaluated(expression: string, item: IDataObject): unknown {
	const [, whole] = /^\{\{ \$json\.(\w+) \}\}$/.exec(expression) ?? [];
	return whole === undefined
		? expression.replace(/\{\{ \$json\.(\w+) \}\}/g, (_, name: string) => String(item[name]))
		: item[whole];
}

export function parametersOf(node: INode, { fields }: Writing, items: IDataObject[]): ParametersPort {
	const context = {
		getNode: () => node,
		getTimezone: () => 'America/New_York',
		evaluateExpression: (expression: string, index: number) => evaluated(expression, items[index] ?? {}),
	};
	return parametersPort(context, fields, items, false);
}
