/** Bytes in a megabyte. */
export const BYTES_PER_MB = 1024 * 1024;

/** Name of the option that raises the limits. */
export const MAX_ANSWER_LABEL = 'Max Answer Size (MB)';

/**
 * The largest answer of a vendor, in bytes, unpacked. The largest documented page has 100 rows; the longest record is a
 * call's transcript.
 */
export interface AnswerLimits {
	list: number;
	record: number;
}

/** The largest answer of a refusal: we read only some sentences of it. */
export const MOST_ERROR_BYTES = 4 * BYTES_PER_MB;

/** The largest answer to a list, in MB, unless an option raises it. */
export const DEFAULT_LIST_MB = 50;
/** The largest answer with one record, in MB, unless an option raises it. */
export const DEFAULT_RECORD_MB = 10;

/** A larger answer would not fit into one JavaScript string. */
export const MOST_ANSWER_MB = 250;

/** The largest total of all pages of one list, in bytes: n8n keeps all of them in memory. */
export const MOST_LIST_BYTES = MOST_ANSWER_MB * BYTES_PER_MB;

/** @param mb the user's limit, for any answer */
export const answerLimits = (mb?: number): AnswerLimits => ({
	list: (mb ?? DEFAULT_LIST_MB) * BYTES_PER_MB,
	record: (mb ?? DEFAULT_RECORD_MB) * BYTES_PER_MB,
});

/**
 * n8n reads items with recursive functions. It cannot open an execution whose items are nested deeper than these
 * functions reach.
 */
export const DEEPEST = 500;
