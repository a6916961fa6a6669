import { lettersOf } from '../../shared/values/letters';

/** How a call ended. */
export type CallOutcome = 'talked' | 'voicemail' | 'noAnswer' | 'busy' | 'failed';

/** Phrases that deny a word: `no-voicemail`, `human-not-machine`, `without_error`. The denied word must not be read. */
const DENIED =
	/(?:without|not|non|no)(?:an|a)?(?:voicemail|answeringmachine|machine|mailbox|busy|fail(?:ure|ed)?|errors?)/g;

/**
 * Patterns in the vendors' words, without case, dashes and spaces. The first match decides: a call that a mailbox
 * answered does not count as a talk.
 */
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

/** Words that say that a call ended, but not whether it was answered. */
const ENDS_OF_ANY_KIND =
	/timeout|timedout|timelimit|maxduration|disconnect|terminat|expired|dropped|stopped|closed|concluded/;

const lettersSaid = (text: string): string => lettersOf(text).replace(DENIED, '');

/** The outcome that a status or a reason says; undefined if it says none. */
export const outcomeIn = (text: string): CallOutcome | undefined =>
	PATTERNS.find(([, words]) => words.test(lettersSaid(text)))?.[0];

/** Whether a status or a reason says that a call has ended, with any outcome. */
export const tellsEnd = (text: string): boolean =>
	outcomeIn(text) !== undefined || ENDS_OF_ANY_KIND.test(lettersSaid(text));

/** The vendors' `completed` and `failed` are not precise: they may mean any other outcome. */
export const isPrecise = (outcome: CallOutcome | undefined): boolean =>
	outcome === 'voicemail' || outcome === 'noAnswer' || outcome === 'busy';

const OUTCOMES: ReadonlySet<unknown> = new Set(PATTERNS.map(([outcome]) => outcome));

/** Whether a value is the outcome of an ended call. */
export const isCallOutcome = (outcome: unknown): outcome is CallOutcome => OUTCOMES.has(outcome);
