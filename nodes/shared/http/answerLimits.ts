export const BYTES_PER_MB = 1024 * 1024;

/** Name of the option that raises the limits. */
export const MAX_ANSWER_LABEL = 'Max Answer Size (MB)';

/** What one answer of a vendor may bring, in bytes, unpacked. The largest documented page has 100 rows, the longest record is a call's transcript. */
export interface AnswerLimits {
	list: number;
	record: number;
}

/** Of a refusal some sentences are read. */
export const MOST_ERROR_BYTES = 4 * BYTES_PER_MB;

export const DEFAULT_LIST_MB = 50;
export const DEFAULT_RECORD_MB = 10;

/** What is larger would be too long for one text of JavaScript. */
export const MOST_ANSWER_MB = 250;

/** What the rows of all pages of one list may bring together, in bytes: n8n keeps them all. */
export const MOST_LIST_BYTES = MOST_ANSWER_MB * BYTES_PER_MB;

/** @param mb the user's, for any answer */
export const answerLimits = (mb?: number): AnswerLimits => ({
	list: (mb ?? DEFAULT_LIST_MB) * BYTES_PER_MB,
	record: (mb ?? DEFAULT_RECORD_MB) * BYTES_PER_MB,
});

/** n8n walks through each item with functions that call themselves, and cannot open an execution again that is nested deeper than they reach. */
export const DEEPEST = 500;
