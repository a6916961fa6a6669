import type { Channel } from '../shared/contract/contact';

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

/** How the names of the flags call a channel. */
const CHANNELS = { call: /call|voice|phone/, text: /sms|text/, email: /mail/ } as const;

/** Without one in its name, a flag is about all of them. */
const concerns = (name: string, channel: keyof typeof CHANNELS): boolean => {
	const isAny = Object.values(CHANNELS).every((words) => !words.test(name));
	return isAny || CHANNELS[channel].test(name);
};

/** Whether a record that Kayse shows says that its person, or one of its persons, is not to be reached like that. */
export const hasOptedOut = (record: Members, channel: Exclude<Channel, 'invitation'>): boolean =>
	Object.keys(setOptOuts(record)).some((name) => concerns(name, channel));
