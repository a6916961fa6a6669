import { invalidInput } from '../../shared/contract/failure';
import { LOST_LETTER, mayHaveLostLetter } from '../../shared/values/lostLetters';
import { isPlaceholderId } from '../../shared/values/placeholderId';
import { isRoundedNumber } from '../../shared/values/roundedNumber';
import { shown } from '../../shared/values/shown';
import { narrowed, withoutMarks } from '../../shared/values/spreadsheetMarks';
import { stringOf } from '../../shared/values/text';

/** The field with the ID of a record in its source. */
export const SOURCE_ID = 'external_source_id';

/** The fields with the source of a record and its ID there. */
export const SOURCE = ['external_source', SOURCE_ID];

const REMEDY = 'Give each row its own ID, such as the one from its source system.';

/** The ID in the form of the source, without the changes that a spreadsheet makes. */
export const sourceIdIn = (text: string): string => narrowed(withoutMarks(text));

/**
 * `1001.0` is a spreadsheet's form of 1001, or an ID with a point. Read as the wrong one, it could create a second
 * record of a person, or match another person.
 */
const AS_FRACTION = /^(\d+)[.,]0{1,2}$/;

/**
 * Refuses a value that many records would share as their ID: they would overwrite each other.
 * @param value unchanged; an empty value is left to other checks
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
