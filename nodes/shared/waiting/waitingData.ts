import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { isRecord } from '../values/json';

/**
 * The values that were carried into the wait, read when a callback comes.
 * @throws Error when the node has put nothing there
 */
export function readWaitingData(context: IWebhookFunctions): IDataObject[] {
	const rows: unknown = context.evaluateExpression('{{ $input.all().map((item) => item.json) }}', 0);
	if (!Array.isArray(rows) || rows.length === 0 || !rows.every(isRecord)) {
		throw new Error('The waiting execution carries no data of this node');
	}
	return rows as IDataObject[];
}
