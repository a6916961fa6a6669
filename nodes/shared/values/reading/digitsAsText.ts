import { invalidInput } from '../../contract/failure';
import { isRoundedNumber } from '../roundedNumber';
import { shown } from '../shown';
import { withoutMarks } from '../spreadsheetMarks';
import type { Reading } from './reading';
import { readText } from './text';

/** `512.0`, `512,00`, as a column of numbers has it. */
const FRACTION = /^(\d+)[.,]0+$/;

/**
 * Digits as a text, such as a postal code, without a spreadsheet's changes.
 * @throws ItemFailure if the spreadsheet has removed digits
 */
export function digitsAsText(value: unknown, reading: Reading): string {
	const code = withoutMarks(readText(value, reading).normalize('NFKC'));
	if (!isRoundedNumber(code)) return code.replace(FRACTION, '$1');
	throw invalidInput(
		`"${reading.label}" was shortened by a spreadsheet (got "${shown(value)}")`,
		'Give its column the format Text, and enter the value again.',
	);
}
