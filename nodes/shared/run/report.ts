import {
	NodeApiError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';

import type { Failure } from '../contract/failure';
import { FileRow, type Row } from '../contract/fileRow';
import type { Attempt, Outcome } from './run';

/** `[0, 1, 2, 5]` as "0 to 2, 5". */
export function ranges(items: number[]): string {
	const runs: Array<[number, number]> = [];
	for (const item of [...items].sort((a, b) => a - b)) {
		const last = runs.at(-1);
		if (last && item === last[1] + 1) last[1] = item;
		else runs.push([item, item]);
	}
	return runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ');
}

/** What became of all items of a run that stopped, for the description of its error. */
export function summarize(attempt: Attempt, total: number): string {
	const itemsThat = (matches: (outcome: Outcome) => boolean) =>
		[...attempt.settled].filter(([, outcome]) => matches(outcome)).map(([item]) => item);
	const done = itemsThat(({ rows }) => rows !== undefined);
	const unknown = itemsThat(({ failure }) => failure?.kind === 'unknown');
	const failed = itemsThat(({ failure }) => failure?.kind === 'refused' || failure?.kind === 'unavailable' || failure?.kind === 'input');
	const accounted = new Set([...done, ...unknown, ...failed]);
	const unsent = Array.from({ length: total }, (_, item) => item).filter((item) => !accounted.has(item));
	const parts = [
		['Done', done],
		['Not done', failed],
		['Unknown', unknown],
		['Not sent', unsent],
	] as const;
	const told = parts.filter(([, items]) => items.length > 0);
	return told.map(([label, items]) => `${label}: item ${ranges(items)}`).join('. ');
}

/**
 * A result on its item.
 * @param extra members that each row gets in addition
 */
export function successItems(rows: Row[], item: number, extra: IDataObject = {}): INodeExecutionData[] {
	return rows.map((row) => ({
		...(row instanceof FileRow
			? { json: { ...row.json, ...extra }, binary: row.binary }
			: { json: { ...row, ...extra } }),
		pairedItem: { item },
	}));
}

/** A failure as data; n8n routes it to the error output and adds the input item's own fields there. */
export function failureItem(failure: Failure, item: number): INodeExecutionData {
	const { message, description, status, code } = failure;
	return {
		json: {
			error: message,
			details: {
				description,
				outcome: failure.kind,
				...(status !== undefined && { httpCode: String(status) }),
				...(code !== undefined && { code }),
			},
		},
		pairedItem: { item },
	};
}

/** A failure as the error that stops the workflow. */
export function failureError(
	node: INode,
	failure: Failure,
	item: number,
	attempt: Attempt,
	total: number,
): NodeApiError {
	const { message, description, status } = failure;
	const cause: JsonObject = { message, description };
	const error = new NodeApiError(node, cause, {
		message,
		description: total > 1 ? `${description} ${summarize(attempt, total)}.` : description,
		itemIndex: item,
		...(status !== undefined && { httpCode: String(status) }),
	});
	// The constructor swaps a message that mentions a network code for its own advice to "retry immediately".
	error.message = total > 1 ? `${message} [Item ${item}]` : message;
	return error;
}
