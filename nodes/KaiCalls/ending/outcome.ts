import { lettersOf } from '../../shared/values/letters';

/** How a call ended. */
export type CallOutcome = 'talked' | 'voicemail' | 'noAnswer' | 'busy' | 'failed';

/** Says that there was no such thing: `no-voicemail`, `human-not-machine`, `without_error`. What it names must not be read. */
const DENIED =
	/(?:without|not|non|no)(?:an|a)?(?:voicemail|answeringmachine|machine|mailbox|busy|fail(?:ure|ed)?|errors?)/g;

/** What the words of vendors have in common, without case, dashes and blanks. The first that fits holds: a mailbox that answered is no talk. */
const PATTERNS: ReadonlyArray<readonly [CallOutcome, RegExp]> = [
	['voicemail', /voicemail|answeringmachine|machine|mailbox/],
	['busy', /busy/],
	['noAnswer', /(?:not|no|noone|nobody|didnt)(?:answer|respon|pick(?:ed)?up)|unanswered|missed(?:call|$)/],
	[
		'failed',
		/(?:not|non|never)(?:complet|finish|success|connect|reach)|(?<!r)unsuccess|incomplete|fail|error|cancel|reject|declin|abort|invalid|unreachable|blocked|undeliver/,
	],
	['talked', /complete|ended|finish|hangup|hungup|success/],
];

/** Words of an end that do not say whether anybody was on the line. */
const ENDS_OF_ANY_KIND =
	/timeout|timedout|timelimit|maxduration|disconnect|terminat|expired|dropped|stopped|closed|concluded/;

const lettersSaid = (text: string): string => lettersOf(text).replace(DENIED, '');

/** How a call ended by a status or a reason; undefined for one that does not tell. */
export const outcomeIn = (text: string): CallOutcome | undefined =>
	PATTERNS.find(([, words]) => words.test(lettersSaid(text)))?.[0];

/** Whether a status or a reason says that a call is over, however it ended. */
export const tellsEnd = (text: string): boolean =>
	outcomeIn(text) !== undefined || ENDS_OF_ANY_KIND.test(lettersSaid(text));

/** A vendor's `completed` and `failed` may be any of the others. */
export const isPrecise = (outcome: CallOutcome | undefined): boolean =>
	outcome === 'voicemail' || outcome === 'noAnswer' || outcome === 'busy';

const OUTCOMES: ReadonlySet<unknown> = new Set(PATTERNS.map(([outcome]) => outcome));

/** Whether an item has the outcome of a call that is over. */
export const isCallOutcome = (outcome: unknown): outcome is CallOutcome => OUTCOMES.has(outcome);
