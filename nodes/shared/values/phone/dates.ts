const YEAR = '(?:19|20)\\d\\d';
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const SHORT_YEAR = '\\d\\d';
/** "20260131" */
const COMPACT = `${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`;
/** A spreadsheet's days since 1900, with the time as a fraction. */
const SERIAL = '[2-7]\\d{4}(?:[.,]\\d+)?';

const written = (...parts: string[]): string => parts.join('\\s*[\\p{Pd}./]\\s*');

const DAYS = [written(DAY, MONTH, YEAR), written(MONTH, DAY, YEAR), written(YEAR, MONTH, DAY)].join('|');
const LONGER = [YEAR, written(YEAR, MONTH), written(MONTH, YEAR)].join('|');
const RARER = [
	written(DAY, MONTH, SHORT_YEAR),
	written(MONTH, DAY, SHORT_YEAR),
	written(SHORT_YEAR, MONTH, DAY),
	written(YEAR, YEAR),
	COMPACT,
	SERIAL,
].join('|');

/** A time may follow a day. */
const DATE = new RegExp(`^(?:(?:${DAYS})(?:(?:T|[\\s,]+)\\d{1,2}(?:\\D.*)?)?|${LONGER})$`, 'isu');
const MAYBE = new RegExp(`^(?:${RARER})$`, 'u');

/** Whether a text reads as a day, a month or a year from 1900 to 2099, which would be a telephone number in some countries. */
export const looksLikeDate = (text: string): boolean => DATE.test(text);

/** Whether a text may be a date in a form that short telephone numbers have as well. */
export const mayBeDate = (text: string): boolean => MAYBE.test(text);
