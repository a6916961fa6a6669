import { lettersOf } from '../../values/letters';
import { unaccented } from '../../values/names';
import { wordsOf } from '../../values/recordNouns';

/** Whatever stands around them, and however the words are parted. A secretary is a person, and keywords open nothing. */
const OPENS =
	/secret(?!ar)|passw(?:or)?[dt]|passphrase|passcode|passkey|motdepasse|(?:seed|recovery)phrase|credential|cookie|bearer|authorization|authentication|token|(?:api|app|access|secret|private|sign|signing|encryption|decryption|auth|ssh|hmac|master|recovery)keys?(?!word|board|point|note)|(?:session|license|shared|service|client|admin|account|security|subscription|storage|deploy|webhook|user|server)keys?(?:pem|value)?$/;

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
	'pw',
	'oauth',
	'oauth2',
	// Passwords of other languages.
	...['kennwort', 'contrasena', 'senha', 'parola', 'wachtwoord', 'losenord', 'adgangskode', 'passord'],
	...['haslo', 'heslo', 'salasana', 'sifre', 'mdp'],
]);

/** The same in other scripts, where letters alone tell no words. */
const OPENS_ELSEWHERE = /пароль|密码|密碼|パスワード|비밀번호|كلمة المرور|סיסמה|รหัสผ่าน/;

/** `verification_code`, `recovery_codes`; `error_code` and `country_code` let nobody in. */
const CODE =
	/(?:verification|access|security|recovery|backup|confirmation|login|invite|invitation|activation|authorization|auth|reset|sms|otp|mfa|onetime)codes?$/;

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
	const letters = lettersOf(unaccented(name));
	if (SESSION_COOKIES.has(letters) || OPENS_ELSEWHERE.test(name.toLowerCase())) return true;
	const words = wordsOf(name);
	if (TOLD_BEHIND.has(words.at(-1) ?? '') || TOLD_BEFORE.has(words[0] ?? '')) return false;
	return OPENS.test(letters) || CODE.test(letters) || words.some((word) => OPENING_WORDS.has(word));
}

/** Where a secret may be named in a text. */
export const NAMES_SECRET = new RegExp(
	`${OPENS_ELSEWHERE.source}|secret|pass|keys?|codes?|phrase|credential|cookie|bearer|auth|token|contraseñ|lösenord|hasł|şifre|${[...OPENING_WORDS].join('|')}`,
	'gi',
);

/** Says what it is together with what stands above or before it alone, as in `{"api":{"key":…}}`. */
export const NEEDS_MORE = /^(?:key|code|phrase|passe)s?$/i;

/** Whether words behind the name of a secret say that what follows is told of it. */
export const tellsOfSecret = (words: string): boolean => wordsOf(words).some((word) => TOLD_BEHIND.has(word));

/** Whether figures under this name are no secret: tokens of a text are counted, and what has passed a check. */
export const isOfFigures = (name: string): boolean => /token|pass$/.test(lettersOf(name));

/** What may be a secret, or may not: its value must look like one. An idempotency key and the key of a shortcut open nothing. */
const MAY_OPEN = /(?:key|keys|session|signature|hash|nonce|ticket)$/;
const OPENS_NOTHING = /idempotency|dedup|sort|primary|foreign|order|group|partition|object|public|cache|run|event/;

export const mayBeSecretName = (name: string): boolean =>
	MAY_OPEN.test(lettersOf(name)) && !OPENS_NOTHING.test(lettersOf(name));
