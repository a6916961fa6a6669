import { invalidInput, type ItemFailure } from '../../contract/failure';
import { isRecord } from '../json';
import { shown } from '../shown';
import { stringOf } from '../text';

/** Whether a value is a date that an expression has made of something that is none; n8n's expressions may have a luxon of their own. */
export const isInvalidDate = (value: unknown): boolean =>
	value instanceof Date
		? Number.isNaN(value.getTime())
		: isRecord(value) && 'isLuxonDateTime' in value && value.isValid === false;

/** What became of such a date in a text. */
export const INVALID_DATE_AS_TEXT = /^invalid date(?:time)?$/i;

/** For a date that cannot be, with luxon's reason where it has one. */
export function invalidDate(value: unknown, label: string): ItemFailure {
	const reason =
		isRecord(value) && typeof value.invalidExplanation === 'string' ? `: ${shown(value.invalidExplanation)}` : '';
	return invalidInput(
		`"${label}" must be a date (got "${shown(stringOf(value))}")${reason}`,
		'Correct the expression, so that it reads the date in the form in which it is written, or correct the row.',
	);
}
