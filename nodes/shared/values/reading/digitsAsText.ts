import { invalidInput } from '../../contract/failure';
import { withoutInvisible } from '../invisible';
import { isRoundedNumber } from '../roundedNumber';
import { shown } from '../shown';
import { trimmed } from './nothing';
import type { Reading } from './reading';
import { readText } from './text';

/** What spreadsheets write so that digits stay a text: `="02134"` and `'02134`. */
const KEPT_AS_TEXT = /^(?:="([^"]*)"|['\u2018\u2019](.*))$/;

/** `512.0`, `512,00`, as a column of numbers has it. */
const FRACTION = /^(\d+)[.,]0+$/;

/**
 * Digits that are a text, such as a postal code, without what a spreadsheet has made of them.
 * @throws ItemFailure where it has cut some off
 */
export function digitsAsText(value: unknown, reading: Reading): string {
	const text = trimmed(withoutInvisible(readText(value, reading).normalize('NFKC')));
	const [, formula, apostrophe] = KEPT_AS_TEXT.exec(text) ?? [];
	const code = trimmed(formula ?? apostrophe ?? text);
	if (!isRoundedNumber(code)) return code.replace(FRACTION, '$1');
	throw invalidInput(`"${reading.label}" is "${shown(value)}", which a spreadsheet has shortened`, 'Give its column the format Text, and enter it anew.');
}
