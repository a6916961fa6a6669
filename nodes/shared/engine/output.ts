import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';

import { inOneText, remedyOf, type Failure } from '../contract/failure';
import type { OutputRow } from '../contract/outcome';
import type { FinishedRun } from '../run/driver';
import { retryAdvice } from '../run/retryAdvice';
import { summarize } from '../run/summary';

/** A row on its item. If the vendor has a member with the quota's name, the vendor's stays. */
export const itemOf = (
	{ json, binary }: OutputRow,
	item: number,
	quota: IDataObject | undefined,
): INodeExecutionData => ({
	json: quota ? { ...json, ...quota, ...json } : json,
	...(binary && { binary }),
	pairedItem: { item },
});

/**
 * A failure as data (`failed`) that every n8n sends to the error output. From n8n-core 2.34.4 on (n8n 2.34.6), n8n
 * recognises it by its data; before, only by a member `error` of the item. If that member is visible, n8n replaces the
 * data by its message (workflow-execute.js, `lineResult.error`). So it is hidden: n8n reads it, but it is missing in
 * n8n's copy of the item with the input's own fields.
 */
export function errorOutputItem(
	node: INode,
	failure: Failure,
	failed: INodeExecutionData,
	item: number,
): INodeExecutionData {
	// The content of an item that n8n does not copy: in a node without a previous node, which is tested alone.
	const error = new NodeOperationError(node, inOneText(failure.message, remedyOf(failure)), { itemIndex: item });
	return Object.defineProperty({ ...failed }, 'error', { value: error, enumerable: false });
}

/**
 * A failure as the error that stops the workflow. A model reads only the message. Items are counted from 0, as in n8n:
 * its panel adds "[item 3]" to a message without "item 3" (n8n-editor-ui: NodeErrorView).
 */
export function failureError(node: INode, failure: Failure, item: number, run: FinishedRun): NodeApiError {
	const { total, settings } = run;
	const { status } = failure;
	const about = total > 1 ? `${failure.message} [item ${item} of ${total}]` : failure.message;
	const description = [remedyOf(failure), total > 1 && `${summarize(run)}.`, retryAdvice(run)]
		.filter(Boolean)
		.join(' ');
	const message = settings.isTool ? `${about}. ${description}` : about;
	const cause: JsonObject = { message, description };
	const error = new NodeApiError(node, cause, {
		message,
		description,
		itemIndex: item,
		...(status !== undefined && { httpCode: String(status) }),
	});
	// The constructor replaces a message that mentions a network code by its own advice to "retry immediately".
	error.message = message;
	// Its description lists only the first few; this list is for workflows that read the error, such as one with an
	// Error Trigger.
	if (total > 1) error.context.items = `${summarize(run, Infinity)}.`;
	return error;
}
