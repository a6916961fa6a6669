import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type IWebhookFunctions,
} from 'n8n-workflow';

import { isRecord } from '../values/json';

/**
 * What the execution goes on with when its time is over. n8n resumes a waiting node disabled, so that none of its code
 * runs and its input passes through: the input is replaced before the wait. It is stored with the execution, so
 * it is also what the node remembers by when a callback comes.
 * @param items one for each input item, in order: n8n links them by position
 */
export function carry(context: IExecuteFunctions, items: INodeExecutionData[]): void {
	context.getExecuteData().data[NodeConnectionTypes.Main] = [items];
}

/**
 * What was carried into the wait, read when a callback comes.
 * @throws Error when there is nothing that the node has put there
 */
export function readCarried(context: IWebhookFunctions): IDataObject[] {
	const rows: unknown = context.evaluateExpression('{{ $input.all().map((item) => item.json) }}', 0);
	if (!Array.isArray(rows) || rows.length === 0 || !rows.every(isRecord)) {
		throw new Error('The waiting execution carries no data of this node');
	}
	return rows as IDataObject[];
}
