import { isTalkOfNone } from './nobodysId';
import { isPlaceholder, plainWords } from './placeholder';
import { isIdWord, kindsIn, speaksOfRecords, wordsOf } from './recordNouns';

/** `<campaign_id>`, `{{campaign_id}}`, `[id]`, `${id}`, `%ID%`: to be filled in. */
const TO_BE_FILLED_IN = /[<>{}[\]]|\$\{|^\$\w|^%.*%$|^:[a-z_]+$|^(?:\.{3}|…)$|(?:\.{3}|…)$/iu;

/** `https://…`, `www.…`, `linkedin.com/in/…`, `dana@example.com` */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/|^www\.|^(?:[a-z0-9-]+\.)+[a-z]{2,}\/|^[^@\s]+@[^@\s.]+\.[^@\s]+$|^mailto:|^tel:/i;

/** Said in place of an ID; a name that a record may have is not among them. */
const SAID_INSTEAD = new Set([
	...['any', 'all', 'every', 'each', 'some', 'unknown', 'tbd', 'tba', 'tbc', 'todo', 'placeholder', 'unspecified', 'unavailable', 'not available', 'not provided', 'not specified', 'not found', 'to be determined'],
	...['xxx', 'xxxx', 'insert here', 'same', 'same as above', 'see above', 'as above', 'previous', 'the same', 'nan'],
]);

/** Words that choose among records without naming one: "the active campaign", `current_agent_id`. */
const CHOOSING = new Set(
	'active current latest last first newest oldest recent selected default right correct relevant matching real actual valid existing new insert enter put paste add fill in here with string value text example sample placeholder some unknown'.split(' '),
);

/** `YOUR_CAMPAIGN_ID`, `campaign_id`, `the active campaign`, `insert-id-here`: nothing but words for a record and its ID. `leads` may be the name of a source. */
function isTalkOfIds(text: string, field: string): boolean {
	const words = wordsOf(text);
	if (words.length === 0 || !words.every((word) => speaksOfRecords(word) || CHOOSING.has(word))) return false;
	const [kinds, wanted] = [[...kindsIn(text)], kindsIn(field)];
	const isOwnKind = kinds.length > 0 && words.every(speaksOfRecords) && kinds.every((kind) => wanted.has(kind));
	return isOwnKind || words.some(isIdWord) || words[0] === 'your' || words[0] === 'the';
}

/**
 * What is written where an ID should be and can be none of any vendor's, as the end of a sentence; undefined of what may be one. IDs are
 * without blanks in all vendors' documents, whether drawn by lot, counted, or short names such as `crm`.
 * @param field what it is the ID of, as in "Campaign"
 */
export function flawOfRecordId(text: string, field: string): string | undefined {
	const words = plainWords(text);
	if (isPlaceholder(text) || SAID_INSTEAD.has(words) || isTalkOfNone(words) || isTalkOfIds(text, field)) return 'stands in place of an ID';
	if (ADDRESS.test(text)) return 'is an address, and no ID';
	if (TO_BE_FILLED_IN.test(text)) return 'stands in place of an ID';
	return /\s/.test(text) ? 'is made of words, and no ID' : undefined;
}
