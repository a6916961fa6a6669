import { isTalkOfNone } from './nobodysId';
import { isPlaceholder, plainWords } from './placeholder';
import { isIdWord, kindsIn, speaksOfRecords, wordsOf } from './recordNouns';
import { wordSet } from './wordSet';

/** `<campaign_id>`, `{{campaign_id}}`, `[id]`, `${id}`, `%ID%`: to be filled in. */
const TO_BE_FILLED_IN = /[<>{}[\]]|\$\{|^\$\w|^%.*%$|^:[a-z_]+$|^(?:\.{3}|…)$|(?:\.{3}|…)$/iu;

/** `campaigns.0.id`: where an ID is found in data. */
const PATH_TO_ID = /^[a-z_]+(?:\.\w+)*\.(?:id|uuid)$/i;

/** `xxx-xxx`, the UUID of zeros. */
const FILLER = /^(?:x{3,}|0{8,}|f{32})$/i;

/** `*`, `evt_*`, `evt_1..evt_9`: all of a kind, or all between two. */
const MANY = /\*|\w\.{2,}\w/;

/** `abc123;abc124` */
function isSeveral(text: string): boolean {
	if (MANY.test(text)) return true;
	const parts = text.split(/[,;|]/).map((part) => part.trim());
	return parts.length > 1 && !/^[\d,]+$/.test(text) && parts.every((part) => /^[\w-]+$/.test(part) && /\d/.test(part));
}

/** A colon that programs do not write, as in `キャンペーンID：abc123`. */
const FULL_WIDTH = /[：＝]/;

/** `https://…`, `www.…`, `linkedin.com/in/…`, `dana@example.com` */
const ADDRESS =
	/^[a-z][a-z0-9+.-]*:\/\/|^www\.|^(?:[a-z0-9-]+\.)+[a-z]{2,}\/|^[^@\s]+@[^@\s.]+\.[^@\s]+$|^mailto:|^tel:/i;

/** Said in place of an ID; a name that a record may have is not among them. */
const SAID_INSTEAD = new Set([
	...[
		'any',
		'all',
		'every',
		'each',
		'some',
		'unknown',
		'tbd',
		'tba',
		'tbc',
		'todo',
		'placeholder',
		'unspecified',
		'unavailable',
		'not available',
		'not provided',
		'not specified',
		'not found',
		'to be determined',
	],
	...[
		'xxx',
		'xxxx',
		'insert here',
		'same',
		'same as above',
		'see above',
		'as above',
		'previous',
		'the same',
		'nan',
		'string',
	],
]);

/** Words that choose among records without naming one: `selected_campaign`, "latest". */
const CHOOSING = wordSet(
	'active current latest last first newest oldest recent selected right correct relevant matching existing some unknown',
);

/** Words that say what is to be written: `insert-id-here`. */
const SAYING_WHAT = wordSet(
	'default real actual valid new insert enter put paste add fill goes in here with string value text example sample placeholder',
);

const isTalk = (words: string[]): boolean =>
	words.length > 0 && words.every((word) => speaksOfRecords(word) || CHOOSING.has(word) || SAYING_WHAT.has(word));

/** Before "ID", they say that it is none. `face-id` may be one. */
const MADE_UP = wordSet('dummy fake todo test temp my your tu su ihre deine votre');

/** `CAMP_ID`, `IHRE_KAMPAGNEN_ID`, `dummy_id`: the name of a variable, in any language. */
function isNameOfId(text: string, words: string[]): boolean {
	if (/\d/.test(text) || !words.some(isIdWord)) return false;
	return (words.length > 1 && text === text.toUpperCase()) || MADE_UP.has(words[0] ?? '');
}

/** `YOUR_CAMPAIGN_ID`, `campaign_id`, `the active campaign`, `insert-id-here`: nothing but words for a record and its ID. `leads` may be the name of a source. */
function isTalkOfIds(text: string, field: string): boolean {
	const words = wordsOf(text);
	if (isNameOfId(text, words)) return true;
	if (!isTalk(words)) return false;
	if (words.some((word) => CHOOSING.has(word)) && words.every((word) => !SAYING_WHAT.has(word))) return true;
	const [kinds, wanted] = [[...kindsIn(text)], kindsIn(field)];
	const isOwnKind = kinds.length > 0 && words.every(speaksOfRecords) && kinds.every((kind) => wanted.has(kind));
	return isOwnKind || words.some(isIdWord) || words[0] === 'your' || words[0] === 'the';
}

const HAS_LETTER = /[\p{L}\p{N}\p{Emoji_Presentation}]/u;

/** What is written where an ID should be and is no name of a record either, so that there is no use in looking for one. */
export function isNoName(text: string): boolean {
	const words = plainWords(text);
	const ofWords = wordsOf(text);
	const isOfId = isNameOfId(text, ofWords) || (isTalk(ofWords) && ofWords.some(isIdWord));
	return (
		isPlaceholder(text) ||
		!HAS_LETTER.test(text) ||
		SAID_INSTEAD.has(words) ||
		isTalkOfNone(words) ||
		ADDRESS.test(text) ||
		isOfId
	);
}

/**
 * What is written where an ID should be and can be none of any vendor's, as the end of a sentence; undefined of what may be one. IDs are
 * without blanks in all vendors' documents, whether drawn by lot, counted, or short names such as `crm`.
 * @param field what it is the ID of, as in "Campaign"
 */
export function flawOfRecordId(text: string, field: string): string | undefined {
	const words = plainWords(text);
	if (isPlaceholder(text) || SAID_INSTEAD.has(words) || isTalkOfNone(words) || isTalkOfIds(text, field))
		return 'stands in place of an ID';
	if (ADDRESS.test(text)) return 'is an address, and no ID';
	if (
		!HAS_LETTER.test(text) ||
		[text, words.replaceAll(' ', '')].some((each) => FILLER.test(each)) ||
		TO_BE_FILLED_IN.test(text) ||
		PATH_TO_ID.test(text)
	)
		return 'stands in place of an ID';
	if (isSeveral(text)) return 'is more than one ID';
	return /\s/.test(text) || FULL_WIDTH.test(text) ? 'is made of words, and no ID' : undefined;
}
