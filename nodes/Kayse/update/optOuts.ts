import type { Channel } from '../../shared/contract/contact';
import type { Explanation, Refusal } from '../../shared/contract/vendor';
import { isRecord } from '../../shared/values/json';
import { plainWords } from '../../shared/values/placeholder';
import { isNothing } from '../../shared/values/reading/nothing';
import { answerIn } from '../../shared/values/reading/yesNo';
import { plainText } from '../../shared/values/text';

type Members = Record<string, unknown>;

/**
 * `voice_calls_opted_out`, `opt_out_voice_calls`, and names that Kayse or an account may add: `sms_opted_out`,
 * `opted_out`, `do_not_call`.
 */
const OPT_OUT = /(?:^|_)(?:opt(?:ed)?_?out|do_?not_?(?:call|contact|text|e?mail)|dnc|unsubscribed)(?:_|$)/i;

/** The address of a page for opting out. */
const ADDRESS = /_(?:url|link)$/i;

/** More words for no: "never", "not opted out", "opted_in". */
const NO = /^(?:never|opted in|not (?:opted out|set))$/;

/**
 * Whether the value of such a member says that a person has opted out; undefined if it is empty. Any value other than a
 * clear no counts as yes, such as a date or a reason.
 */
function answerOf(value: unknown): boolean | undefined {
	if (isNothing(value)) return undefined;
	return !(answerIn(value) === false || NO.test(plainWords(plainText(value))));
}

/** Whether a member's name is about opting out. */
export const isOptOut = (name: string): boolean => OPT_OUT.test(name) && !ADDRESS.test(name);

/** Whether a member says that a person has opted out. */
export const isSetOptOut = (name: string, value: unknown): boolean => isOptOut(name) && answerOf(value) === true;

/** The members of a record that say that a person has opted out. */
export const setOptOuts = (record: Members): Members =>
	Object.fromEntries(Object.entries(record).filter(([name, value]) => isSetOptOut(name, value)));

/** The channels by which Kayse contacts people. */
export type Reached = Exclude<Channel, 'invitation'>;

/** Words for each channel in the names of opt-outs. */
const CHANNELS = { call: /call|voice|phone/i, text: /sms|text/i, email: /mail/i } satisfies Record<Reached, RegExp>;

/** An opt-out without a channel in its name applies to all channels. */
const concerns = (name: string, channel: Reached): boolean => {
	const isAny = Object.values(CHANNELS).every((words) => !words.test(name));
	return isAny || CHANNELS[channel].test(name);
};

type Flag = [name: string, value: unknown];

/** All members of a record and of its nested records, such as `clients` of a case. Members within an opt-out have its name as a prefix. */
const flattened = (record: Members, within = ''): Flag[] =>
	Object.entries(record).flatMap(([own, value]) => {
		const name = within + own;
		return [value]
			.flat()
			.flatMap((part): Flag[] => (isRecord(part) ? flattened(part, isOptOut(name) ? `${name}_` : '') : [[name, part]]));
	});

/** Whether a record at Kayse says that one of its persons has opted out of a channel. */
export const hasOptedOut = (record: Members, channel: Reached): boolean =>
	flattened(record).some(([name, value]) => isSetOptOut(name, value) && concerns(name, channel));

/** `opt_out_voice_calls` of a case only orders an opt-out; it does not say who has opted out. */
const isOrder = (name: string): boolean => /opt_out/i.test(name);

/** Whether a record says for its persons, yes or no, whether they have opted out. */
export const tellsOptOuts = (record: Members, channel: Reached): boolean =>
	Object.entries(record).some(
		([name, value]) => isOptOut(name) && !isOrder(name) && answerOf(value) !== undefined && concerns(name, channel),
	);

/** Words about an opt-out; Kayse documents no code. */
const OPTED_OUT =
	/\b(?:opt(?:s|ed|ing)? ?out|unsubscribed?|dnc|do ?not ?(?:call|contact|text|e?mail)|(?:revoked|withdrew) consent|consent (?:was |has been )?(?:revoked|withdrawn)|stop (?:received|requested?|reply|keyword)|(?:replied|texted|sent|received|said) stop)\b/i;

/** The word that people text, unlike "Stop the campaign first". */
const STOP = /\bSTOP\b/;

/** A message that lacks opt-out words: that is a fault of its text, not an opt-out. */
const ABOUT_TEXT =
	/\b(?:must|should|needs? to|missing|without|lacks?|requires?)\b.*\b(?:opt ?out|unsubscribe|stop)|\b(?:opt ?out|unsubscribe|stop)\b.*\b(?:missing|required|instructions?|link|notice|language)\b/i;

const DENIED = /\b(?:not|never) (?:opted ?out|unsubscribed)\b/i;

/** Whether a refusal says that the person has opted out. */
function isOfPerson(said: string): boolean {
	const words = said.replace(/[\s_"'-]+/g, ' ');
	return [OPTED_OUT, STOP].some((says) => says.test(words)) && ![ABOUT_TEXT, DENIED].some((says) => says.test(words));
}

/** Explains the refusal of a call or a message. */
export const explainOptOut = ({ code, message }: Refusal): Explanation | undefined =>
	isOfPerson(`${code} ${message}`)
		? {
				heldBack: 'optedOut',
				message: 'This person has opted out',
				description: 'Kayse sends nothing to this person. Remove the person from your list.',
			}
		: undefined;
