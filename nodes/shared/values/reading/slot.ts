import { wordsOf } from '../recordNouns';
import { wordSet } from '../wordSet';
import { wantsName } from './gap';
import { BEFORE_NAME } from './greeting';
import { trimmed } from './nothing';
import { isNoText } from './templateText';

/** Words for a template's places. "[link]" and "[1]" may be intended. */
const SLOT_WORDS = wordSet(
	'name first last full firstname lastname fullname fname lname surname nickname title company companyname business firm organization employer position job role ' +
		'recipient client customer contact person prospect lead user agent sender caller attorney lawyer manager rep representative business id ids case campaign ' +
		'date time day weekday month year phone number email address city product service topic message text string placeholder variable value insert here your my their the of s',
);

/** A place to fill in, with any words after it. */
const FILL_IN = wordSet('insert enter your');

/** Elements of HTML, which an email may contain. */
const ELEMENTS = wordSet('title address time text data');

/** In brackets of one kind or two of them: `[First Name]`, `<name>`, `{name}`, `{{first_name}}`. */
const BRACKETED = /(\[\[?|<|\{\{?|[【〔＜｛［])\s?(\p{L}[\p{L}\d _.'’/-]{0,40})\s?(\]\]?|>|\}\}?|[】〕＞｝］])/gu;

/** Merge fields of mailing programs: `%FIRST_NAME%`, `*|FNAME|*`, `<%= name %>`, `{!Contact.FirstName}`. */
const MERGE_FIELD = /%\p{L}(?:[\p{L} _]{1,30})\p{L}%|\*\|[A-Z_:]{2,30}\|\*|<%[^%]{1,60}%>|\{!\p{L}[\p{L}\d._]{0,60}\}/u;

/** `#name#`, `__NAME__`, `(First Name)`, `$name`, `FIRST_NAME`: a place counts only if it names a known value. */
const MARKED =
	/#(\p{L}(?:[\p{L} _]{0,30}\p{L})?)#|__(\p{L}(?:[\p{L} _]{0,30}\p{L})?)__|\((\p{L}[\p{L} _]{0,40})\)|\$(\p{L}[\p{L}_]{1,40})|(?<![\p{L}_])(\p{Lu}{2,20}(?:_\p{Lu}{1,20}){1,4})(?![\p{L}_])/gu;

/** "Hi XXXX,", "at XX:XX". */
const CROSSED_OUT = new RegExp(`${BEFORE_NAME}(?:X{2,}|_{2,})(?!\\p{L})|\\bXX?[:/.]XX\\b|[$€£] ?X{2,}`, 'iu');

/** The last word of a place with several words: `[Law Firm Name]`. */
const ENDS_SLOT = wordSet('name number date time address title');

const isOfSlot = (inner: string): boolean => {
	const words = wordsOf(inner);
	if (words.length > 1 && (FILL_IN.has(words[0] ?? '') || ENDS_SLOT.has(words.at(-1) ?? ''))) return true;
	return words.length > 0 && words.every((word) => SLOT_WORDS.has(word));
};

/** Longer than any greeting. */
const GREETING_LENGTH = 60;

/**
 * Words in brackets within a text of a model that lacked a value: `[reason]`. "[Acme] Your order", "[YES]" and
 * "[a](https://…)" may be intended.
 */
const isLeftOpen = (text: string, index: number, slot: string, inner: string): boolean =>
	!slot.startsWith('<') &&
	index > 0 &&
	text[index + slot.length] !== '(' &&
	inner !== inner.toUpperCase() &&
	!/\d/.test(inner);

/**
 * The first place of a text to a person that is not filled in, such as the `[Name]` of "Hi [Name],"; undefined when
 * there is none.
 * @param isFilledIn whether the vendor fills in places between two braces
 * @param isOfModel whether a model has written it
 */
export function slotIn(text: string, isFilledIn: boolean, isOfModel = false): string | undefined {
	for (const { 0: slot, 1: open = '', 2: inner = '', index } of text.matchAll(BRACKETED)) {
		const isElement = open === '<' && ELEMENTS.has(inner.toLowerCase().trim());
		const isNamed = () =>
			isOfSlot(inner) ||
			(open !== '<' && wantsName(text.slice(Math.max(0, index - GREETING_LENGTH), index))) ||
			(isOfModel && isLeftOpen(text, index, slot, inner));
		if (open === '{{' ? !isFilledIn : !isElement && isNamed()) return slot;
	}
	for (const { 0: slot, index, ...found } of text.matchAll(MARKED)) {
		const [inParens, inner = inParens ?? ''] = [found[3], found[1] ?? found[2] ?? found[4] ?? found[5]];
		const isWanted = inParens === undefined || wantsName(text.slice(Math.max(0, index - GREETING_LENGTH), index));
		if (isWanted && isOfSlot(inner)) return slot;
	}
	return (MERGE_FIELD.exec(text) ?? CROSSED_OUT.exec(text))?.[0];
}

const BRACKETED_WHOLE = /^(?:<[^<>]{1,60}>|\[[^[\]]{1,60}\]|\{[^{}":]{1,60}\})$/;

/** `+1XXXXXXXXXX`, `XXX-XXX-XXXX`. */
const NUMBER_TO_BE_FILLED_IN = /^(?=.*xxx)[+\dx()\s-]{5,20}$/i;

const NO_MORE_WORDS = 8;
const TEXT_WORDS = wordSet('message text string sms body content contents placeholder greeting line');
const BESIDE = wordSet(
	'your the a my our this whole full here insert enter type write add sample example some goes in to of for send first opening short long actual real',
);

/** `string`, "Your message here", "The whole text": words for a text, not a text. */
function isTalkOfText(text: string): boolean {
	const words = text.length > 100 ? [] : wordsOf(text);
	return (
		words.length <= NO_MORE_WORDS &&
		words.some((word) => TEXT_WORDS.has(word)) &&
		words.every((word) => TEXT_WORDS.has(word) || BESIDE.has(word))
	);
}

/** A whole text or number that is to be filled in: `<business_id>`, `+1XXXXXXXXXX`. */
export const isToBeFilledIn = (text: string): boolean =>
	BRACKETED_WHOLE.test(trimmed(text)) || NUMBER_TO_BE_FILLED_IN.test(trimmed(text));

/** Whether a text is JSON or code with a text inside. */
function isCode(text: string): boolean {
	if (text.startsWith('```')) return true;
	if (!/^[[{]/.test(text)) return false;
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/**
 * Whether a whole text to a person is something else.
 * @param isOfModel whether a model has written it
 */
export function standsForText(value: string, isOfModel = false): boolean {
	const text = trimmed(value);
	return isToBeFilledIn(text) || isTalkOfText(text) || isCode(text) || (isOfModel && isNoText(text));
}
