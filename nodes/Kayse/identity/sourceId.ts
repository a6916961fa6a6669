import { invalidInput } from '../../shared/contract/failure';
import { isNobodysId } from '../../shared/values/nobodysId';
import { trimmed } from '../../shared/values/reading/nothing';
import { isRoundedNumber } from '../../shared/values/roundedNumber';
import { shown } from '../../shared/values/shown';

/** The field by which a record is known where it comes from. */
export const SOURCE_ID = 'external_source_id';

const REMEDY = 'Give each row an ID of its own, such as the one it has in the system that it comes from.';

/**
 * Refuses what many records would share as their ID, and so be written over each other.
 * @param value as it came; an empty one is for others to find
 */
export function checkSourceId(value: unknown, label: string): void {
	const text = trimmed(String(value));
	const told = `"${label}" is "${shown(text)}"`;
	if (isRoundedNumber(value)) {
		throw invalidInput(`${told}, a number that has been rounded on its way, so that other IDs became equal to it`, `In a spreadsheet, format the column as text and enter or import the IDs again. In JSON, write them as text. An ID that does end in zeros can be told by a prefix, such as crm-.`);
	}
	if (isNobodysId(value) && text !== '') {
		throw invalidInput(`${told}, which stands for a missing ID`, `Rows without an ID would be written over each other. ${REMEDY}`);
	}
}
