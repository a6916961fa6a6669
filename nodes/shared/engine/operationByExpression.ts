import type {
	IExecuteFunctions,
	IExecuteSingleFunctions,
	INode,
	INodeProperties,
	INodePropertyRouting,
	INodeType,
	NodeOutput,
} from 'n8n-workflow';

import { inputFailure, invalidInput, ItemFailure } from '../contract/failure';
import type { Operation } from '../contract/operation';
import type { Vendor } from '../contract/vendor';
import { eachItem } from '../operations/eachItem';
import { callerOf } from './caller';
import { runCustomOperation } from './customOperation';
import { entryPointsIn } from './entryPoint';
import type { NodeOperation } from './results';
import { callOf, runRoutedEntry } from './routedEntry';
import { stringOf } from '../values/text';

const refusing = (failure: ItemFailure): Operation =>
	eachItem(() => {
		throw failure;
	});

const noSuchOperation = refusing(
	invalidInput('This node has no such operation', 'Choose "Resource" and "Operation" from their lists.'),
);

const severalOperations = refusing(
	invalidInput(
		'"Operation" must be the same for all items (got different ones)',
		'Use one node for each operation, with an IF or Switch node before them.',
	),
);

interface NodeContext {
	getNode(): INode;
	evaluateExpression(expression: string, itemIndex: number): unknown;
}

/** The values of a parameter over all items, without duplicates. */
function namesIn(context: NodeContext, parameter: unknown, items: number): string[] {
	const text = stringOf(parameter ?? '');
	if (!text.startsWith('=')) return [text];
	const expression = text.slice(1);
	return [
		...new Set(Array.from({ length: items }, (_, index) => stringOf(context.evaluateExpression(expression, index)))),
	];
}

/**
 * Finds the operation that a node's parameters name for all items; if there is none, an operation that refuses the
 * items.
 */
function operationsIn(vendor: Vendor, properties: INodeProperties[]) {
	const entryPoints = entryPointsIn(properties);
	return (context: NodeContext, items: number): NodeOperation => {
		const refused = (operation: Operation) => ({ vendor, operation, fields: [], action: '' });
		try {
			const { parameters } = context.getNode();
			const [resource = '', ...otherResources] = namesIn(context, parameters.resource, items);
			const [operation = '', ...otherOperations] = namesIn(context, parameters.operation, items);
			if (otherResources.length > 0 || otherOperations.length > 0) return refused(severalOperations);
			return entryPoints.get(resource)?.get(operation)?.target ?? refused(noSuchOperation);
		} catch (thrown) {
			return refused(refusing(new ItemFailure(inputFailure(thrown))));
		}
	};
}

/**
 * For `requestOperations` of the node. n8n's routing uses it when it finds no operation of that name: the name comes
 * from an expression, or does not exist. Otherwise n8n would send a bare request to the base URL.
 */
export function operationByExpression(
	vendor: Vendor,
	properties: INodeProperties[],
): NonNullable<INodePropertyRouting['operations']> {
	const named = operationsIn(vendor, properties);
	return {
		async pagination(this: IExecuteSingleFunctions) {
			return await runRoutedEntry(this, () => named(this, callOf(this).inputs.length));
		},
	};
}

/** An object that returns `other` for every unknown name. */
const withOther = <T>(known: Record<string, T>, other: T): Record<string, T> =>
	new Proxy(known, {
		get: (target, name) => (typeof name === 'symbol' ? undefined : Object.hasOwn(target, name) ? target[name] : other),
	});

/**
 * The function for each operation that n8n calls with all input items, built from the routing of the description. Any
 * other name, such as an expression, gets the function that finds the operation. n8n's routing would find it as well,
 * but it reads the credential first; without a credential and with On Error = Continue, n8n would pass all items on as
 * if they were done.
 */
export function customOperationsOf(
	vendor: Vendor,
	properties: INodeProperties[],
): NonNullable<INodeType['customOperations']> {
	const named = operationsIn(vendor, properties);
	async function byName(this: IExecuteFunctions): Promise<NodeOutput> {
		return await runCustomOperation(this, named(this, callerOf(this) === 'model' ? 1 : this.getInputData().length));
	}
	const resources = [...entryPointsIn(properties)].map(([resource, byOperation]) => {
		const operations = [...byOperation].map(([operation, { customOperation }]) => [operation, customOperation]);
		return [resource, withOther(Object.fromEntries(operations), byName)];
	});
	return withOther(Object.fromEntries(resources), withOther({}, byName));
}
