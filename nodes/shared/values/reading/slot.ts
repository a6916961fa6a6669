import { wordsOf } from '../recordNouns';
import { wordSet } from '../wordSet';
import { trimmed } from './nothing';

/** What a template names by its slots. "[link]" and "[1]" may be meant so. */
const SLOT_WORDS = wordSet(
	'name first last full firstname lastname fullname fname lname surname nickname title company companyname business firm organization employer position job role ' +
		'recipient client customer contact person prospect lead user agent sender caller attorney lawyer manager rep representative business id ids case campaign ' +
		'date time day weekday month year phone number email address city product service topic message text string placeholder variable value insert here your my their the of s',
);

/** Whatever it says behind it is to be filled in. */
const FILL_IN = wordSet('insert enter your');

/** Elements of HTML, in which an e-mail may be written. */
const ELEMENTS = wordSet('title address time text data');

/** In brackets of one kind or two of them: `[First Name]`, `<name>`, `{name}`, `{{first_name}}`. */
const BRACKETED = /(\[\[?|<|\{\{?)\s?(\p{L}[\p{L}\d _.'’/-]{0,40})\s?(\]\]?|>|\}\}?)/gu;

/** Merge fields of mailing programs: `%FIRST_NAME%`, `*|FNAME|*`. */
const MERGE_FIELD = /%[A-Z]{2,20}_?[A-Z]{0,20}%|\*\|[A-Z_:]{2,30}\|\*/;

const isOfSlot = (inner: string): boolean => {
	const words = wordsOf(inner);
	return (
		words.length > 0 &&
		((words.length > 1 && FILL_IN.has(words[0] ?? '')) || words.every((word) => SLOT_WORDS.has(word)))
	);
};

/**
 * The first place of a text to a person that was to be filled in, such as the `[Name]` of "Hi [Name],"; undefined when there is none.
 * @param isFilledIn whether the vendor fills in what stands between two braces
 */
export function slotIn(text: string, isFilledIn: boolean): string | undefined {
	for (const [slot, open = '', inner = ''] of text.matchAll(BRACKETED)) {
		if (open === '{{' ? !isFilledIn : isOfSlot(inner) && !(open === '<' && ELEMENTS.has(inner.toLowerCase().trim())))
			return slot;
	}
	return MERGE_FIELD.exec(text)?.[0];
}

const BRACKETED_WHOLE = /^(?:<[^<>]{1,60}>|\[[^[\]]{1,60}\]|\{[^{}":]{1,60}\})$/;

/** `+1XXXXXXXXXX`, `XXX-XXX-XXXX`. */
const NUMBER_TO_BE_FILLED_IN = /^(?=.*xxx)[+\dx()\s-]{5,20}$/i;

const NO_MORE_WORDS = 8;
const TEXT_WORDS = wordSet('message text string sms body content contents placeholder greeting line');
const BESIDE = wordSet(
	'your the a my our this whole full here insert enter type write add sample example some goes in to of for send first opening short long actual real',
);

/** `string`, "Your message here", "The whole text": words for a text, and none. */
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

/** Whether what should be a text is JSON or code that has one in it. */
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

/** Whether something stands in place of a whole text to a person. */
export function standsForText(value: string): boolean {
	const text = trimmed(value);
	return isToBeFilledIn(text) || isTalkOfText(text) || isCode(text);
}
