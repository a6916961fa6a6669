import { lettersOf } from '../../values/letters';
import { unaccented } from '../../values/names';
import { wordsOf } from '../../values/recordNouns';

/**
 * Words for a secret, with any words around them and any separator between words. A secretary is a person, and keywords
 * give no access.
 */
const OPENS =
	/secret(?!ar)|passw(?:or)?[dt]|passphrase|passcode|passkey|motdepasse|(?:seed|recovery)phrase|credential|cookie|bearer|authorization|authentication|token|(?:api|app|access|secret|private|sign|signing|encryption|decryption|auth|ssh|hmac|master|recovery)keys?(?!word|board|point|note)|(?:session|license|shared|service|client|admin|account|security|subscription|storage|deploy|webhook|user|server)keys?(?:pem|value)?$/;

/** These count only as whole words: "author" and "shipping" are harmless. */
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

/** The same in scripts without separators between words. */
const OPENS_ELSEWHERE = /пароль|密码|密碼|パスワード|비밀번호|كلمة المرور|סיסמה|รหัสผ่าน/;

/** `verification_code`, `recovery_codes`; `error_code` and `country_code` give no access. */
const CODE =
	/(?:verification|access|security|recovery|backup|confirmation|login|invite|invitation|activation|authorization|auth|reset|sms|otp|mfa|onetime)codes?$/;

/** The cookies by which well-known services recognise a signed-in user. */
const SESSION_COOKIES = new Set(['liat', 'jsessionid', 'phpsessid', 'connectsid']);

/** Facts about a secret, such as its length, by the last or the first word of the name. */
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

/** Whether a member, a header or a parameter of this name holds a secret, and not a fact about one. */
export function isSecretName(name: string): boolean {
	const letters = lettersOf(unaccented(name));
	if (SESSION_COOKIES.has(letters) || OPENS_ELSEWHERE.test(name.toLowerCase())) return true;
	const words = wordsOf(name);
	if (TOLD_BEHIND.has(words.at(-1) ?? '') || TOLD_BEFORE.has(words[0] ?? '')) return false;
	return OPENS.test(letters) || CODE.test(letters) || words.some((word) => OPENING_WORDS.has(word));
}

/** Where a text may name a secret. */
export const NAMES_SECRET = new RegExp(
	`${OPENS_ELSEWHERE.source}|secret|pass|keys?|codes?|phrase|credential|cookie|bearer|auth|token|contraseñ|lösenord|hasł|şifre|${[...OPENING_WORDS].join('|')}`,
	'gi',
);

/** A name that needs the name above or before it, as in `{"api":{"key":…}}`. */
export const NEEDS_MORE = /^(?:key|code|phrase|passe)s?$/i;

/** Whether the words after the name of a secret announce a fact about it. */
export const tellsOfSecret = (words: string): boolean => wordsOf(words).some((word) => TOLD_BEHIND.has(word));

/** Whether numbers under this name are not secret: tokens of a text are counted, and so are passed checks. */
export const isOfFigures = (name: string): boolean => /token|pass$/.test(lettersOf(name));

/**
 * Names that may or may not be of a secret: the value must look like one. An idempotency key and a shortcut key give no
 * access.
 */
const MAY_OPEN = /(?:key|keys|session|signature|hash|nonce|ticket)$/;
const OPENS_NOTHING = /idempotency|dedup|sort|primary|foreign|order|group|partition|object|public|cache|run|event/;

/** Whether a name may be of a secret, so that its value decides. */
export const mayBeSecretName = (name: string): boolean =>
	MAY_OPEN.test(lettersOf(name)) && !OPENS_NOTHING.test(lettersOf(name));
