import type { IExecuteFunctions, IExecuteSingleFunctions } from 'n8n-workflow';

/** What depends on the item in the way n8n shows a node's fields and input. */
type ItemView = Pick<
	IExecuteSingleFunctions,
	'getItemIndex' | 'getInputData' | 'getNodeParameter' | 'evaluateExpression'
>;

/** One input item of a custom operation, seen as n8n shows it to a declarative one, so that the executor takes both. */
export function singleItem(context: IExecuteFunctions, item: number): IExecuteSingleFunctions {
	const view: ItemView = {
		getItemIndex: () => item,
		getInputData: (input, type) => context.getInputData(input, type)[item] ?? { json: {} },
		getNodeParameter: (name, fallback, options) => context.getNodeParameter(name, item, fallback, options),
		evaluateExpression: (expression, index = item) => context.evaluateExpression(expression, index),
	};
	return Object.assign(Object.create(context), view);
}
