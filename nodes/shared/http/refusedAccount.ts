import type { Refusal } from '../contract/vendor';
import { plainWords } from '../values/placeholder';

/**
 * Things that every request of a key depends on. Records such as a campaign, an agent or a business are not among them.
 */
const ACCOUNT =
	'(?:account|subscription|plan|trial|company|organi[sz]ation|workspace|team|membership|(?:api |access )?(?:key|token))';

/** Words for a thing that is no longer valid. */
const ENDED =
	'(?:inactive|not active|suspended|expired|ended|disabled|deactivated|revoked|invalid|not valid|cancell?ed|past due)';

/** "The agent of your account is disabled" is about an agent. */
const NOT_WITHIN = String.raw`(?<!\b(?:in|of|for|on|from|to|with|by|under) (?:(?:your|this|the|an?|its|our) )?)`;

const OF_ACCOUNT = [
	new RegExp(
		String.raw`${NOT_WITHIN}\b${ACCOUNT}(?: id)? (?:(?:is|was|has|been|are|currently|now|period) )*${ENDED}\b`,
	),
	new RegExp(String.raw`^(?:(?:your|this|the|an?) )?${ENDED} ${ACCOUNT}$`),
	/\b(?:insufficient|not enough|no(?: more)?|out of) (?:credits?|funds|balance|minutes)\b/,
];

const isAboutAccount = (words: string): boolean => OF_ACCOUNT.some((pattern) => pattern.test(words));

/** `SubscriptionInactive` and `subscription-inactive` are "subscription inactive". */
const wordsOf = (text: string): string => plainWords(text.replace(/([a-z])([A-Z])/g, '$1 $2'));

/**
 * Whether a refusal says that the account or its key is refused, and so every further request. A 403 says it by code or
 * message. A 400 says it by its code only, because a message may be about one field. No vendor documents all of its
 * codes.
 */
export function namesAccount({ status, code, message }: Refusal): boolean {
	const words = wordsOf(code);
	if (status === 400) return words === 'unauthorized' || isAboutAccount(words);
	return (
		status === 403 &&
		(isAboutAccount(words) || message.split(/[.;!?]\s/).some((sentence) => isAboutAccount(wordsOf(sentence))))
	);
}
