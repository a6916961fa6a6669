import type { IExecuteSingleFunctions, INodeProperties, INodePropertyRouting } from 'n8n-workflow';

import { invalidInput } from '../contract/failure';
import type { Operation } from '../contract/operation';
import type { Vendor } from '../contract/vendor';
import { eachItem } from '../operations/eachItem';
import { doorsIn } from './door';
import type { NodeOperation } from './results';
import { inputsOf, runRoutedEntry } from './routedEntry';

const refusing = (message: string, description: string): Operation =>
	eachItem(() => {
		throw invalidInput(message, description);
	});

const noSuchOperation = refusing('This node has no such operation', 'Choose "Resource" and "Operation" from their lists.');

const severalOperations = refusing(
	'"Operation" names another operation for some items than for others',
	'Use a node for each operation, with an IF or Switch node before them.',
);

/** What a parameter names for each item, once each. */
function namesIn(context: IExecuteSingleFunctions, parameter: unknown): string[] {
	const text = String(parameter ?? '');
	if (!text.startsWith('=')) return [text];
	const expression = text.slice(1);
	return [...new Set(inputsOf(context).map((_, index) => String(context.evaluateExpression(expression, index))))];
}

/**
 * For `requestOperations` of the node, which n8n's routing falls back to when it finds no operation of that name: one that is
 * named by an expression, or one that does not exist and would otherwise go out as a bare request to the base URL.
 */
export function operationByExpression(vendor: Vendor, properties: INodeProperties[]): NonNullable<INodePropertyRouting['operations']> {
	const doors = doorsIn(properties);
	function namedIn(context: IExecuteSingleFunctions): NodeOperation {
		const { parameters } = context.getNode();
		const [resource = '', ...otherResources] = namesIn(context, parameters.resource);
		const [operation = '', ...otherOperations] = namesIn(context, parameters.operation);
		const isOne = otherResources.length === 0 && otherOperations.length === 0;
		const refused = { vendor, operation: isOne ? noSuchOperation : severalOperations, fields: [] };
		const named = isOne ? doors.get(resource)?.get(operation)?.target : undefined;
		return named ?? refused;
	}
	return {
		async pagination(this: IExecuteSingleFunctions) {
			return await runRoutedEntry(this, () => namedIn(this));
		},
	};
}
