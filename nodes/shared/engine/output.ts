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

/** A row on its item. What the vendor calls like the quota stays the vendor's. */
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
 * A failure as data (`failed`) that every n8n sends to the error output. From n8n-core 2.34.4 on (n8n 2.34.6), n8n knows it by its data; before, only by a member
 * `error` of the item, and where that can be seen, n8n replaces the data by its message (workflow-execute.js, `lineResult.error`).
 * So it is hidden: n8n asks for it, and its copy of the item, with the input's own fields, does not have it.
 */
export function errorOutputItem(
	node: INode,
	failure: Failure,
	failed: INodeExecutionData,
	item: number,
): INodeExecutionData {
	// All that is left of an item that n8n does not copy: that of a node without one before it, which is tried out alone.
	const error = new NodeOperationError(node, inOneText(failure.message, remedyOf(failure)), { itemIndex: item });
	return Object.defineProperty({ ...failed }, 'error', { value: error, enumerable: false });
}

/**
 * A failure as the error that stops the workflow. A model reads nothing but the message. Items are counted from 0, as n8n counts
 * them: its panel adds "[item 3]" to a message without "item 3" (n8n-editor-ui: NodeErrorView).
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
	// The constructor swaps a message that mentions a network code for its own advice to "retry immediately".
	error.message = message;
	// Its description lists the first few alone; this is for workflows that look into the error, such as one with an Error Trigger.
	if (total > 1) error.context.items = `${summarize(run, Infinity)}.`;
	return error;
}
