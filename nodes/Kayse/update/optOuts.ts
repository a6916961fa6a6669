import type { Channel } from '../../shared/contract/contact';
import type { Explanation, Refusal } from '../../shared/contract/vendor';
import { isRecord } from '../../shared/values/json';
import { plainWords } from '../../shared/values/placeholder';
import { isNothing } from '../../shared/values/reading/nothing';
import { answerIn } from '../../shared/values/reading/yesNo';
import { plainText } from '../../shared/values/text';

type Members = Record<string, unknown>;

/** `voice_calls_opted_out`, `opt_out_voice_calls`, and what Kayse or an account may add: `sms_opted_out`, `opted_out`, `do_not_call`. */
const OPT_OUT = /(?:^|_)(?:opt(?:ed)?_?out|do_?not_?(?:call|contact|text|e?mail)|dnc|unsubscribed)(?:_|$)/i;

/** The address of a page where people opt out. */
const ADDRESS = /_(?:url|link)$/i;

/** What else says no: "never", "not opted out", "opted_in". */
const NO = /^(?:never|opted in|not (?:opted out|set))$/;

/** Whether somebody has, by the value of such a member. Whatever is no clear no, such as a date or a reason, tells that somebody has. */
function answerOf(value: unknown): boolean | undefined {
	if (isNothing(value)) return undefined;
	return !(answerIn(value) === false || NO.test(plainWords(plainText(value))));
}

/** Whether a member of a record says by its name who has opted out. */
export const isOptOut = (name: string): boolean => OPT_OUT.test(name) && !ADDRESS.test(name);

/** Whether a member says that somebody has. */
export const isSetOptOut = (name: string, value: unknown): boolean => isOptOut(name) && answerOf(value) === true;

/** The members of a record that say that somebody has opted out. */
export const setOptOuts = (record: Members): Members =>
	Object.fromEntries(Object.entries(record).filter(([name, value]) => isSetOptOut(name, value)));

/** How Kayse reaches people. */
export type Reached = Exclude<Channel, 'invitation'>;

/** How the names of the flags call a channel. */
const CHANNELS = { call: /call|voice|phone/i, text: /sms|text/i, email: /mail/i } satisfies Record<Reached, RegExp>;

/** Without one in its name, a flag is about all of them. */
const concerns = (name: string, channel: Reached): boolean => {
	const isAny = Object.values(CHANNELS).every((words) => !words.test(name));
	return isAny || CHANNELS[channel].test(name);
};

type Flag = [name: string, value: unknown];

/** The members of a record and of those in it, such as `clients` of a case; within an opt-out they have its name, too. */
const flattened = (record: Members, within = ''): Flag[] =>
	Object.entries(record).flatMap(([own, value]) => {
		const name = within + own;
		return [value]
			.flat()
			.flatMap((part): Flag[] => (isRecord(part) ? flattened(part, isOptOut(name) ? `${name}_` : '') : [[name, part]]));
	});

/** Whether a record that Kayse shows says that its person, or one of its persons, is not to be reached like that. */
export const hasOptedOut = (record: Members, channel: Reached): boolean =>
	flattened(record).some(([name, value]) => isSetOptOut(name, value) && concerns(name, channel));

/** `opt_out_voice_calls` of a case is no more than an order. */
const isOrder = (name: string): boolean => /opt_out/i.test(name);

/** Whether a record says of its persons, one way or the other, who has opted out. */
export const tellsOptOuts = (record: Members, channel: Reached): boolean =>
	Object.entries(record).some(
		([name, value]) => isOptOut(name) && !isOrder(name) && answerOf(value) !== undefined && concerns(name, channel),
	);

/** Words for it; Kayse documents no code. */
const OPTED_OUT =
	/\b(?:opt(?:s|ed|ing)? ?out|unsubscribed?|dnc|do ?not ?(?:call|contact|text|e?mail)|(?:revoked|withdrew) consent|consent (?:was |has been )?(?:revoked|withdrawn)|stop (?:received|requested?|reply|keyword)|(?:replied|texted|sent|received|said) stop)\b/i;

/** What people text, unlike "Stop the campaign first". */
const STOP = /\bSTOP\b/;

/** A text that lacks such words is a fault of the text, and no word of the person. */
const ABOUT_TEXT =
	/\b(?:must|should|needs? to|missing|without|lacks?|requires?)\b.*\b(?:opt ?out|unsubscribe|stop)|\b(?:opt ?out|unsubscribe|stop)\b.*\b(?:missing|required|instructions?|link|notice|language)\b/i;

const DENIED = /\b(?:not|never) (?:opted ?out|unsubscribed)\b/i;

/** Whether a refusal says that the person wants none of it. */
function isOfPerson(said: string): boolean {
	const words = said.replace(/[\s_"'-]+/g, ' ');
	return [OPTED_OUT, STOP].some((says) => says.test(words)) && ![ABOUT_TEXT, DENIED].some((says) => says.test(words));
}

/** The wording for the refusal of a call or a message. */
export const explainOptOut = ({ code, message }: Refusal): Explanation | undefined =>
	isOfPerson(`${code} ${message}`)
		? {
				heldBack: 'optedOut',
				message: 'This person has opted out',
				description: 'Kayse sends nothing to this person. Remove the person from your list.',
			}
		: undefined;
