import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { FAILURE_KINDS, type FailureKind } from '../../../nodes/shared/contract/failure';
import { valueAt } from '../../../nodes/shared/values/json';
import type { Sample } from '../census/sample';
import { endOfRows, type End } from '../census/verdict';
import type { NodeOutput } from './run';
import { isOfModel, type Way } from './ways';

/** The report on an item. */
export interface ItemReport {
	end: End;
	/** Its results; none where it failed. */
	rows: IDataObject[];
	/** It says that it may have been done, and that doing it twice is harmless. */
	mayBeDone: boolean;
	/** It says that something of it is there, which a further try does not make again. */
	isStarted: boolean;
	/** What the user reads of a failure; '' of a success. */
	text: string;
}

const HARMLESS_AGAIN = /doing it twice is harmless|to do it again is harmless/;

const STARTED = /was started|was placed/;

const failed = (end: End, text: string): ItemReport => ({
	end,
	rows: [],
	mayBeDone: HARMLESS_AGAIN.test(text),
	isStarted: STARTED.test(text),
	text,
});

/** What of an earlier try is told with the same words may not have been done, either. */
function endByWords(text: string): End {
	if (/earlier try of this execution did this/.test(text)) return 'doneBefore';
	if (/outcome is unknown: (?:an earlier try|this may)/.test(text)) return 'startedBefore';
	return /outcome is unknown|was probably created|is unknown since/i.test(text) ? 'unknown' : 'refused';
}

const isKind = (value: unknown): value is FailureKind => FAILURE_KINDS.some((kind) => kind === value);

/** A model reads the kind beside the error, a workflow in its details. */
function ofRows(rows: IDataObject[], sample: Sample, isTool: boolean): ItemReport {
	const error =
		rows.find((row) => row.error !== undefined && valueAt(row, 'details') !== undefined) ??
		rows.find((row) => row.error !== undefined && isKind(row.outcome));
	if (!error)
		return {
			end: rows.length === 0 ? 'not sent' : endOfRows(rows, sample),
			rows,
			mayBeDone: false,
			isStarted: false,
			text: '',
		};
	const text = [error.error, valueAt(error, 'details', 'description')].filter(Boolean).join(' ');
	const kind = isTool ? error.outcome : valueAt(error, 'details', 'outcome');
	if (!isKind(kind) || kind === 'skipped') return failed(isKind(kind) ? 'not sent' : 'refused', text);
	return failed(kind, text);
}

const isOf =
	(item: number) =>
	({ pairedItem }: INodeExecutionData) =>
		(typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : pairedItem) === item;

/** The report on each item. */
export function reportsIn({ items, errors, error }: NodeOutput, way: Way, count: number, sample: Sample): ItemReport[] {
	return Array.from({ length: count }, (_, item) => {
		if (error) {
			const text = [error.message, error.description].filter(Boolean).join(' ');
			return failed(endByWords(text), text);
		}
		const rows = [...items, ...errors].filter(isOf(item)).map(({ json }) => json);
		return ofRows(rows, sample, isOfModel(way));
	});
}
