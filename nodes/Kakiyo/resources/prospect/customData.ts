import { filledIn, isRecord } from '../../../shared/values/json';
import { isDebris } from '../../../shared/values/reading/id';
import { readJsonValue } from '../../../shared/values/reading/json';
import { readSpokenLine } from '../../../shared/values/reading/message';
import { checkSpokenWithin } from '../../../shared/values/reading/messageJson';
import { isNothing } from '../../../shared/values/reading/nothing';
import type { Reader, Reading } from '../../../shared/values/reading/reading';

/** Characters. See docs/vendors/kakiyo.md#prospects. */
const MAX_CUSTOM_DATA = 3000;

export const fitsCustomData = (text: string): boolean => text.length <= MAX_CUSTOM_DATA;

/** What is wrong with a text that does not fit, after the name of its field. */
export const tooLong = ({ length }: string): string =>
	`has ${length} characters, but Kakiyo takes at most ${MAX_CUSTOM_DATA}`;

const withoutEntries = (text: string): boolean => /^(?:\{\s*\}|\[\s*\])$/.test(text);

function customDataText(value: unknown, reading: Reading): string {
	if (!isRecord(value) && !Array.isArray(value)) return readSpokenLine(value, reading);
	const [said = {}] = filledIn(readJsonValue(value, reading), (inner) => isNothing(inner) && !isDebris(inner));
	checkSpokenWithin(said, reading);
	return JSON.stringify(said);
}

/**
 * Objects that spreadsheets and other nodes hand over are fine, without the cells that say nothing. What an expression has left is refused.
 * @returns undefined where nothing is left to say
 */
export const readCustomData: Reader<string | undefined> = (value, reading) => {
	const text = customDataText(value, reading);
	return withoutEntries(text) ? undefined : text;
};
