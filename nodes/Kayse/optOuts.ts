import type { Channel } from '../shared/contract/contact';
import type { Explanation, Refusal } from '../shared/contract/vendor';

type Members = Record<string, unknown>;

/** `voice_calls_opted_out`, `opt_out_voice_calls`, and what Kayse or an account may add: `sms_opted_out`, `opted_out`. */
const OPT_OUT = /(?:^|_)opt(?:ed)?_?out(?:_|$)/;

const isOn = (flag: unknown): boolean => /^(?:true|yes|1)$/i.test(String(flag));

/** Whether a member of a record says by its name who has opted out. */
export const isOptOut = (name: string): boolean => OPT_OUT.test(name);

/** Whether a member says that somebody has. */
export const isSetOptOut = (name: string, value: unknown): boolean => isOptOut(name) && isOn(value);

/** The members of a record that say that somebody has opted out. */
export const setOptOuts = (record: Members): Members => Object.fromEntries(Object.entries(record).filter(([name, value]) => isSetOptOut(name, value)));

/** How Kayse reaches people. */
export type Reached = Exclude<Channel, 'invitation'>;

/** How the names of the flags call a channel. */
const CHANNELS = { call: /call|voice|phone/, text: /sms|text/, email: /mail/ } satisfies Record<Reached, RegExp>;

/** Without one in its name, a flag is about all of them. */
const concerns = (name: string, channel: Reached): boolean => {
	const isAny = Object.values(CHANNELS).every((words) => !words.test(name));
	return isAny || CHANNELS[channel].test(name);
};

/** Whether a record that Kayse shows says that its person, or one of its persons, is not to be reached like that. */
export const hasOptedOut = (record: Members, channel: Reached): boolean =>
	Object.keys(setOptOuts(record)).some((name) => concerns(name, channel));

/** Whether a record says of its persons, one way or the other, who has opted out; `opt_out_voice_calls` of a case is no more than an order. */
export const tellsOptOuts = (record: Members, channel: Reached): boolean => Object.keys(record).some((name) => /opted_?out/.test(name) && concerns(name, channel));

/** Kayse documents no code for it. */
const OPTED_OUT = /(?:\b|_)(?:opted[ _-]?out|do[ _-]?not[ _-]?(?:call|contact))(?:\b|_)/i;

/** The wording for the refusal of a call or a message. */
export const explainOptOut = ({ code, message }: Refusal): Explanation | undefined =>
	OPTED_OUT.test(`${code} ${message}`)
		? { heldBack: 'optedOut', message: 'This person has opted out', description: 'Kayse sends nothing to this person. Take the person off your list.' }
		: undefined;
