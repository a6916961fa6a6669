import { saysNoValue } from './placeholderId';
import { isPlaceholder, plainWords } from './placeholder';
import { isIdWord, kindsIn, speaksOfRecords, wordsOf } from './recordNouns';
import { wordSet } from './wordSet';

/** `<campaign_id>`, `{{campaign_id}}`, `[id]`, `${id}`, `%ID%`: to be filled in. */
const TO_BE_FILLED_IN = /[<>{}[\]]|\$\{|^\$\w|^%.*%$|^:[a-z_]+$|^(?:\.{3}|…)$|(?:\.{3}|…)$/iu;

/** `campaigns.0.id`: the place of an ID in data. */
const PATH_TO_ID = /^[a-z_]+(?:\.\w+)*\.(?:id|uuid)$/i;

/** `xxx-xxx`, the UUID of zeros. */
const FILLER = /^(?:x{3,}|0{8,}|f{32})$/i;

/** `*`, `evt_*`, `evt_1..evt_9`: all records of a kind, or all between two. */
const MANY = /\*|\w\.{2,}\w/;

/** Equal in length, or equal except for their numbers. */
const isAlike = (one: string, other: string): boolean =>
	(one.length === other.length && one.length > 3) || one.replace(/\d+/g, '') === other.replace(/\d+/g, '');

/** `abc123;abc124`, `abc123/abc124` */
function isSeveral(text: string): boolean {
	if (MANY.test(text)) return true;
	const parts = text.split(/[,;|]/).map((part) => part.trim());
	const isId = (part: string) => /^[\w-]+$/.test(part) && /\d/.test(part);
	if (parts.length > 1) return !/^\d{1,3}(?:,\d{3})+$/.test(text) && parts.every(isId);
	// Within a random ID, they do not separate similar parts.
	const [first = '', ...others] = text.split(/[/+&]/);
	return others.length > 0 && [first, ...others].every((part) => isId(part) && isAlike(part, first));
}

/** A colon that only people write, as in `キャンペーンID：abc123`. */
const FULL_WIDTH = /[：＝]/;

/** `https://…`, `www.…`, `linkedin.com/in/…`, `dana@example.com` */
const ADDRESS =
	/^[a-z][a-z0-9+.-]*:\/\/|^www\.|^(?:[a-z0-9-]+\.)+[a-z]{2,}\/|^[^@\s]+@[^@\s.]+\.[^@\s]+$|^mailto:|^tel:/i;

/** Words instead of an ID; possible names of a record are not among them. */
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

/** Words that choose a record without its name: `selected_campaign`, "latest". */
const CHOOSING = wordSet(
	'active current latest last first newest oldest recent selected right correct relevant matching existing some unknown',
);

/** Words for an instruction to fill in: `insert-id-here`. */
const SAYING_WHAT = wordSet(
	'default real actual valid new insert enter put paste add fill goes in here with string value text example sample placeholder',
);

const isTalk = (words: string[]): boolean =>
	words.length > 0 && words.every((word) => speaksOfRecords(word) || CHOOSING.has(word) || SAYING_WHAT.has(word));

/** Words before "ID" that make it a placeholder. `face-id` may be an ID. */
const MADE_UP = wordSet('dummy fake todo test temp my your tu su ihre deine votre');

/** `CAMP_ID`, `IHRE_KAMPAGNEN_ID`, `dummy_id`: the name of a variable, in any language. */
function isNameOfId(text: string, words: string[]): boolean {
	if (/\d/.test(text) || !words.some(isIdWord)) return false;
	return (words.length > 1 && text === text.toUpperCase()) || MADE_UP.has(words[0] ?? '');
}

/**
 * `YOUR_CAMPAIGN_ID`, `campaign_id`, `the active campaign`, `insert-id-here`: only words for a record and its ID.
 * `leads` may be the name of a source.
 */
function isTalkOfIds(text: string, field: string): boolean {
	const words = wordsOf(text);
	if (isNameOfId(text, words)) return true;
	if (!isTalk(words)) return false;
	if (words.some((word) => CHOOSING.has(word)) && words.every((word) => !SAYING_WHAT.has(word))) return true;
	const [kinds, wanted] = [[...kindsIn(text)], kindsIn(field)];
	const isOwnKind = kinds.length > 0 && words.every(speaksOfRecords) && kinds.every((kind) => wanted.has(kind));
	return isOwnKind || words.some(isIdWord) || words[0] === 'your' || words[0] === 'the';
}

/** A model's words for the result of an earlier call: `id_from_step_1`, `previous_result`. */
const TO_COME = wordSet(
	'created generated returned resulting from previous prior next earlier step result results output response answer search call tool filled new example test true false',
);

const isToCome = (text: string): boolean => {
	if (/^ids?[_-]?\d{1,2}$/i.test(text)) return true;
	const words = wordsOf(text).filter((word) => !/^\d{1,2}$/.test(word));
	return (
		words.some((word) => TO_COME.has(word)) &&
		words.every(
			(word) => TO_COME.has(word) || speaksOfRecords(word) || SAYING_WHAT.has(word) || word === 'to' || word === 'be',
		)
	);
};

const HAS_LETTER = /[\p{L}\p{N}\p{Emoji_Presentation}]/u;

/** Texts instead of an ID that cannot be the name of a record either, so that no search is needed. */
export function isNoName(text: string): boolean {
	const words = plainWords(text);
	const ofWords = wordsOf(text);
	const isOfId = isNameOfId(text, ofWords) || (isTalk(ofWords) && ofWords.some(isIdWord));
	return (
		isPlaceholder(text) ||
		!HAS_LETTER.test(text) ||
		SAID_INSTEAD.has(words) ||
		saysNoValue(words) ||
		ADDRESS.test(text) ||
		isOfId
	);
}

/**
 * The text instead of an ID that no vendor can have as an ID, as the end of a sentence; undefined for a possible ID.
 * IDs have no blanks in all vendors' documents; they are random, counted, or short names such as `crm`.
 * @param field the kind of record, as in "Campaign"
 * @param isOfModel whether a model has written it
 */
export function recordIdFault(text: string, field: string, isOfModel = false): string | undefined {
	const words = plainWords(text);
	if (
		isPlaceholder(text) ||
		SAID_INSTEAD.has(words) ||
		saysNoValue(words) ||
		isTalkOfIds(text, field) ||
		(isOfModel && isToCome(text))
	)
		return 'is a placeholder';
	if (ADDRESS.test(text)) return 'is an address';
	if (
		!HAS_LETTER.test(text) ||
		[text, words.replaceAll(' ', '')].some((each) => FILLER.test(each)) ||
		TO_BE_FILLED_IN.test(text) ||
		PATH_TO_ID.test(text)
	)
		return 'is a placeholder';
	if (isSeveral(text)) return 'is more than one ID';
	return /\s/.test(text) || FULL_WIDTH.test(text) ? 'is words' : undefined;
}
