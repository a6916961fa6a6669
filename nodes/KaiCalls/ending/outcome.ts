import { lettersOf } from '../../shared/values/letters';

/** How a call ended. */
export type CallOutcome = 'talked' | 'voicemail' | 'noAnswer' | 'busy' | 'failed';

/** What the words of vendors have in common, without case, dashes and blanks. The first that fits holds: a mailbox that answered is no talk. */
const PATTERNS: ReadonlyArray<readonly [CallOutcome, RegExp]> = [
	['voicemail', /voicemail|answeringmachine|machine|mailbox/],
	['busy', /busy/],
	['noAnswer', /noanswer|notanswer|unanswered|noresponse|missed/],
	['failed', /fail|error|cancel|reject|declin|abort|invalid|unreachable|blocked|incomplete|undeliver/],
	['talked', /complete|ended|finish|hangup|hungup|success/],
];

/** What a status or a reason says; undefined for one that tells no end. */
export const outcomeIn = (text: string): CallOutcome | undefined => PATTERNS.find(([, words]) => words.test(lettersOf(text)))?.[0];

/** A vendor's `completed` and `failed` may be any of the others. */
export const isPrecise = (outcome: CallOutcome | undefined): boolean => outcome === 'voicemail' || outcome === 'noAnswer' || outcome === 'busy';

const OUTCOMES: ReadonlySet<unknown> = new Set(PATTERNS.map(([outcome]) => outcome));

/** Whether an item has the outcome of a call that is over. */
export const isCallOutcome = (outcome: unknown): outcome is CallOutcome => OUTCOMES.has(outcome);
