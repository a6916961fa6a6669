import { invalidInput, type ItemFailure } from '../../contract/failure';
import { isRecord } from '../json';
import { shown } from '../shown';
import { stringOf } from '../text';

/** Whether a value is an invalid date from an expression; n8n's expressions may use another copy of luxon. */
export const isInvalidDate = (value: unknown): boolean =>
	value instanceof Date
		? Number.isNaN(value.getTime())
		: isRecord(value) && 'isLuxonDateTime' in value && value.isValid === false;

/** The text of such a date. */
export const INVALID_DATE_AS_TEXT = /^invalid date(?:time)?$/i;

/** For a date that cannot exist, with luxon's reason if it has one. */
export function invalidDate(value: unknown, label: string): ItemFailure {
	const reason =
		isRecord(value) && typeof value.invalidExplanation === 'string' ? `: ${shown(value.invalidExplanation)}` : '';
	return invalidInput(
		`"${label}" must be a date (got "${shown(stringOf(value))}")${reason}`,
		'Correct the expression, so that it reads the date in the form in which it is written, or correct the row.',
	);
}
