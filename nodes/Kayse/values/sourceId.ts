import { invalidInput } from '../../shared/contract/failure';
import { LOST_LETTER, mayHaveLostLetter } from '../../shared/values/lostLetters';
import { isPlaceholderId } from '../../shared/values/placeholderId';
import { isRoundedNumber } from '../../shared/values/roundedNumber';
import { shown } from '../../shared/values/shown';
import { narrowed, withoutMarks } from '../../shared/values/spreadsheetMarks';
import { stringOf } from '../../shared/values/text';

/** The field by which a record is known where it comes from. */
export const SOURCE_ID = 'external_source_id';

/** Where a record comes from, and its ID there. */
export const SOURCE = ['external_source', SOURCE_ID];

const REMEDY = 'Give each row its own ID, such as the one from its source system.';

/** The ID as the other system gives it: without what a spreadsheet has made of it. */
export const sourceIdIn = (text: string): string => narrowed(withoutMarks(text));

/**
 * `1001.0`: what table programs make of 1001, or an ID with a point. Taken as either, it could be a second record of one person, or
 * another's.
 */
const AS_FRACTION = /^(\d+)[.,]0{1,2}$/;

/**
 * Refuses what many records would share as their ID, and so be written over each other.
 * @param value as it came; an empty one is for others to find
 */
export function checkSourceId(value: unknown, label: string): void {
	const given = typeof value === 'string' ? sourceIdIn(value) : value;
	const text = stringOf(given);
	const told = `"${label}" is "${shown(text)}"`;
	if (isRoundedNumber(given)) {
		throw invalidInput(
			`${told}, a rounded number, so other IDs may have become the same`,
			`In a spreadsheet, format the column as text and enter or import the IDs again. In JSON, write them as text. If an ID really ends in zeros, add a prefix such as crm-.`,
		);
	}
	if (mayHaveLostLetter(text)) {
		throw invalidInput(`${told}, which ${LOST_LETTER.flaw}, so other IDs may have become the same`, LOST_LETTER.remedy);
	}
	const [, whole] = AS_FRACTION.exec(text) ?? [];
	if (whole !== undefined) {
		throw invalidInput(
			`${told}: either the number ${whole} from a spreadsheet, or the ID "${text}"`,
			`Write ${whole}, and format the spreadsheet column as text. If the ID has a decimal point, add a prefix such as crm-.`,
		);
	}
	if (isPlaceholderId(given) && text !== '') {
		throw invalidInput(
			`${told}, a placeholder for a missing ID`,
			`Rows without an ID would overwrite each other. ${REMEDY}`,
		);
	}
}
