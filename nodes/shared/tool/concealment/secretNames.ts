import { lettersOf } from '../../values/letters';
import { wordsOf } from '../../values/recordNouns';

/** Whatever stands around them, and however the words are parted. A secretary is a person. */
const OPENS =
	/secret(?!ar)|passw(?:or)?d|passphrase|passcode|credential|cookie|bearer|authorization|authentication|token|(?:api|app|access|secret|private|sign|signing|encryption|decryption|auth|session|license|master|shared|service|ssh|hmac|client|admin|account|security|subscription|storage|deploy|webhook|user|server)keys?(?:pem|value)?$/;

/** These only as words of their own: "author" and "shipping" are harmless. */
const OPENING_WORDS = new Set([
	'auth',
	'pwd',
	'pass',
	'otp',
	'totp',
	'pin',
	'jwt',
	'cvv',
	'cvc',
	'csrf',
	'xsrf',
	'hmac',
	'pem',
]);

/** `verification_code`, `recovery_codes`; `error_code` and `country_code` let nobody in. */
const CODE =
	/(?:verification|access|security|recovery|backup|confirmation|login|invite|invitation|activation|authorization|auth|reset|sms|otp)codes?$/;

/** The cookies by which the best-known services know who is signed in. */
const SESSION_COOKIES = new Set(['liat', 'jsessionid', 'phpsessid', 'connectsid']);

/** What only tells something of a secret, by the last word of its name, or by the first one. */
const TOLD_BEHIND = new Set(
	[
		'id ids name names type types kind kinds status state method methods provider required enabled valid set present needed url urls uri scheme',
		'at on date time expires expiry expiration expired ttl seconds minutes length version',
		'count counts used usage limit limits total max min remaining budget cost costs price left per saved in out input output prompt completion',
	].flatMap((line) => line.split(' ')),
);
const TOLD_BEFORE = new Set([
	'has',
	'is',
	'needs',
	'requires',
	'max',
	'min',
	'num',
	'number',
	'total',
	'count',
	'input',
	'output',
	'prompt',
	'completion',
	'cached',
	'reasoning',
]);

/** Whether a member, a header or a parameter of this name holds what opens something, and not what is told of that. */
export function isSecretName(name: string): boolean {
	const letters = lettersOf(name);
	if (SESSION_COOKIES.has(letters)) return true;
	const words = wordsOf(name);
	if (TOLD_BEHIND.has(words.at(-1) ?? '') || TOLD_BEFORE.has(words[0] ?? '')) return false;
	return OPENS.test(letters) || CODE.test(letters) || words.some((word) => OPENING_WORDS.has(word));
}

/** Whether figures under this name are no secret: tokens of a text are counted, and what has passed a check. */
export const isOfFigures = (name: string): boolean => /token|pass$/.test(lettersOf(name));

/** What may be a secret, or may not: its value must look like one. An idempotency key and the key of a shortcut open nothing. */
const MAY_OPEN = /(?:key|keys|session|signature|hash|nonce|ticket)$/;
const OPENS_NOTHING = /idempotency|dedup|sort|primary|foreign|order|group|partition|object|public|cache|run|event/;

export const mayBeSecretName = (name: string): boolean =>
	MAY_OPEN.test(lettersOf(name)) && !OPENS_NOTHING.test(lettersOf(name));
