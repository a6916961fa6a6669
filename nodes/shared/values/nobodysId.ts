import { isPlaceholder, plainWords, visible } from './placeholder';

/** What stands where an ID is missing, and no system gives as one. */
const NO_ID = new Set([
	// No value.
	...['na', 'n a', 'k a', 'n d', 's n', 'nil', 'void', 'yes', 'true', 'false', 'noid', 'infinity'],
	// To be filled in.
	...['tba', 'tbc', 'tbd', 'to be determined', 'to follow', 'todo', 'pending', 'placeholder', 'default', 'dummy', 'example', 'sample', 'loading'],
	// Said instead of it.
	...['walk in', 'walkin', 'anonymous', 'anon', 'guest', 'ditto', 'same', 'same as above', 'see above', 'see below', 'see comments', 'see note', 'see notes'],
	// Typed while trying something out.
	...['test', 'testing', 'test id', 'foo', 'bar', 'asdf', 'qwerty'],
]);

const wordsOf = (text: string): string[] => text.split(' ');

/** That there is none: `unknown`, and beside other words `no client id`, `id not found`, `none given`. */
const NONE = new Set(
	wordsOf(
		'no not none na nil null nan undefined unknown unk missing empty blank without pending unassigned unspecified unavailable tbd tba error ' +
			'desconocido desconocida ninguno ninguna sin nulo nada inconnu inconnue aucun aucune sans non unbekannt keine kein ohne nicht fehlt leer ' +
			'sconosciuto nessuno onbekend geen desconhecido nenhum sem',
	),
);

/** What it would be the ID of, and so the header of its own column (`Client ID`, `case number`). */
const ABOUT_IDS = new Set(
	wordsOf('id ids identifier number client case lead contact record matter person customer prospect reference ref source new'),
);

const BESIDE = new Set(
	wordsOf(
		'external your the is to be on in of file yet here value data string name email phone mobile available applicable assigned defined found ' +
			'given known provided set specified entered listed recorded received dato datos aplica angabe angaben vorhanden bekannt ' +
			'renseigné renseignée disponible disponibile informado',
	),
);

/** `external_source_id`, `Client ID`, `not on file`: nothing but words for an ID, or for none. */
function isTalkOfIds(words: string[]): boolean {
	const says = words.filter((word) => NONE.has(word) || ABOUT_IDS.has(word));
	return says.length > 0 && words.every((word) => says.includes(word) || BESIDE.has(word));
}

/** `HubSpot ID`: the header of a column, whatever system it names. */
const ID_OF_SOMETHING = /^(\p{L}+ ){1,3}ids?$/u;

/** `clientId` has two words. */
const apart = (text: string): string => text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');

/** No letter or digit at all, zeros only (also as a UUID), crosses only, or the last UUID. */
const FILLER = /^(0*|x{2,}|f{32})$/i;

const MINUS_ONE = /^-1([.,]0+)?$/;

/** `{{ $json.id }}`, `${id}`: an expression that was sent as text. And what programs write of an object, or of a date that is none. */
const LEFT_OF_A_PROGRAM = /\{\{|\}\}|\$\{|^=?\$(json|node|input|item)\b|\[object |undefined|\binvalid date(time)?\b|^\\n$/i;

/** `crm-null`, `id: NaN`. "Dana Null" and "Nan Smith" are names. */
const NOTHING_AS_PART = /(?<![\p{L}\p{N}])(null|nan)(?![\p{L}\p{N}])/iu;
const OF_A_NAME = /^\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}+)+$/u;

/** `crm-N/A`, `ID: N/A`. */
const ENDS_IN_NOT_AVAILABLE = /(?<![\p{L}\p{N}])n\/a\W*$/iu;

/** `crm-`, `import_2026:`: nothing has come after a prefix. An ID that was drawn by lot may end in such a sign, too, but looks otherwise. */
const PREFIX_ALONE = /^(?=.{3,24}$)\p{L}{2,}\d{0,4}([-_:/#. ]+(\p{L}+|\d{1,4}))*[-_:/#]+$/u;

/** Whether a program has made a text of a value that was not there: `crm-undefined`, `Invalid DateTime`, `crm-`. */
export const isMadeOfNothing = (text: string): boolean =>
	LEFT_OF_A_PROGRAM.test(text) || ENDS_IN_NOT_AVAILABLE.test(text) || (NOTHING_AS_PART.test(text) && !OF_A_NAME.test(text)) || PREFIX_ALONE.test(text);

const ADDRESS = /^([^@\s]+)@[^@\s.]+\.[^@\s]+$/;

const NO_MAILBOX = /^no[._-]?(e?-?mail|reply)$/;

/** Whether an e-mail address is one that any number of people have: `noemail@example.com`. That of Dana Null is hers. */
function isNobodysAddress(address: string, mailbox: string): boolean {
	const words = plainWords(mailbox);
	const isNone = wordsOf(words).every((word) => NONE.has(word));
	return isNone || isPlaceholder(mailbox) || LEFT_OF_A_PROGRAM.test(address) || NO_ID.has(words) || NO_MAILBOX.test(mailbox.toLowerCase()) || FILLER.test(words);
}

function isNobodysText(text: string): boolean {
	const [, mailbox] = ADDRESS.exec(text) ?? [];
	if (mailbox !== undefined) return isNobodysAddress(text, mailbox);
	const words = plainWords(text);
	return (
		MINUS_ONE.test(text) ||
		FILLER.test(words.replaceAll(' ', '')) ||
		NO_ID.has(words) ||
		ID_OF_SOMETHING.test(words) ||
		[text, apart(text)].some((told) => isTalkOfIds(wordsOf(plainWords(told)))) ||
		wordsOf(text).every((word) => isPlaceholder(word) || NONE.has(plainWords(word))) ||
		isMadeOfNothing(text)
	);
}

/**
 * Whether what should be the ID of a person stands for nobody: a placeholder, `unknown`, `0000`, `Client ID`, `crm-undefined`. Any number
 * of people have it.
 */
export function isNobodysId(value: unknown): boolean {
	if (typeof value === 'boolean' || isPlaceholder(value)) return true;
	if (typeof value === 'string' || typeof value === 'number') return isNobodysText(visible(String(value)));
	// A date of luxon or JavaScript that is none.
	return typeof value === 'object' && value !== null && /^invalid date(time)?$/i.test(String(value));
}
