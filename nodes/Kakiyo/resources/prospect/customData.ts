import { filledIn, isRecord } from '../../../shared/values/json';
import { isDebris } from '../../../shared/values/reading/id';
import { readJsonValue } from '../../../shared/values/reading/json';
import { readSpokenLine } from '../../../shared/values/reading/message';
import { checkSpokenWithin } from '../../../shared/values/reading/messageJson';
import { isNothing } from '../../../shared/values/reading/nothing';
import type { Reader, Reading } from '../../../shared/values/reading/reading';

/** Longest text, in characters. See docs/vendors/kakiyo.md#prospects. */
const MAX_CUSTOM_DATA = 3000;

/** Whether the text is within Kakiyo's limit. */
export const fitsCustomData = (text: string): boolean => text.length <= MAX_CUSTOM_DATA;

/** The flaw of a text that is too long, after the name of its field. */
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
 * Accepts objects of spreadsheets and other nodes, without their empty cells. Refuses the rest of a failed expression.
 * @returns undefined if it is empty
 */
export const readCustomData: Reader<string | undefined> = (value, reading) => {
	const text = customDataText(value, reading);
	return withoutEntries(text) ? undefined : text;
};
