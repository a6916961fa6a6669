import { unaccented } from './names';
import { isPlaceholderDate } from './placeholderDate';
import { isPlaceholder, plainWords, visible } from './placeholder';
import { isTemplateOfAddress } from './templateAddress';
import { stringOf } from './text';

const wordsOf = (text: string): string[] => text.split(' ');

/** One way to write each word. */
const plain = (text: string): string => plainWords(unaccented(text));

const phrases = (...lines: string[]) => new Set(lines.flatMap((line) => line.split(',')).map(plain));

/** Texts instead of a missing ID, which no system uses as an ID. */
const NO_ID = phrases(
	// No value.
	'na,n a,k a,n d,s n,n v t,nvt,nil,void,noid,infinity',
	// To be filled in.
	'tba,tbc,tbd,to be determined,to follow,todo,pending,placeholder,loading',
	// Said instead of it.
	'walk in,walkin,anonymous,anon,ditto,same,nobody,no body,no one,noone,nope,do not contact,do not call,dnc,opted out',
	// In an address of a template.
	'your name,yourname,your email,youremail,first last,firstname lastname',
);

/** Words that a system may number: "guest-12". */
const UNCOUNTED = phrases(
	'yes,true,false,default,dummy,example,sample,guest',
	'test,testing,test id,fake,foo,bar,abc,xyz,asdf,qwerty',
);

/** The same as a text. In an address, it may be a name, or a private mailbox. */
const UNTOLD = phrases(
	'redacted,private,confidential,withheld,hidden,anonymized,anonymised,privat,vertraulich,anonymisiert,privado,confidencial,privé,confidentiel,privato',
	'folgt,offen,wird nachgereicht,entfällt,nog niet bekend,nog te bepalen,volgt,por definir,por confirmar,pendiente,no aplica,à définir,en attente,en cours,sans objet,s o,da definire,in attesa,a definir,pendente,não aplicável',
	'нет,нет данных,н д,не указано,не указан,не определено,не задано,неизвестно,неизвестен,отсутствует,немає,невідомо,не вказано',
	'なし,無し,不明,未定,未設定,未入力,未登録,該当なし,无,無,未知,不详,暂无,没有,待定,未填写,空,없음,미정,미상,해당 없음,알 수 없음',
	'yok,bilinmiyor,brak,nieznany,nie dotyczy,brak danych,ingen,okänd,saknas,ukendt,ukjent,mangler,ei tiedossa,tuntematon,není,neznámý,nincs,ismeretlen,necunoscut,άγνωστο,không có,ไม่มี,tidak ada,لا يوجد,غير معروف,אין,לא ידוע,नहीं',
);

/** Words for "none": `unknown`, and with other words `no client id`, `id not found`, `none given`. */
const NONE = new Set(
	wordsOf(
		'no not none na nil null nan undefined unknown unk missing empty blank without pending unassigned unspecified unavailable tbd tba error ' +
			'desconocido desconocida ninguno ninguna sin nulo nada inconnu inconnue aucun aucune sans non unbekannt keine kein ohne nicht fehlt leer ' +
			'sconosciuto nessuno onbekend geen desconhecido nenhum sem',
	),
);

/** Those that may be a part of an ID before a number: "No 42". */
const BEFORE_NUMBER = new Set(wordsOf('no not na non nil void error sin'));

/** Words for the record, and so the header of its column (`Client ID`, `case number`). */
const ABOUT_IDS = new Set(
	wordsOf(
		'id ids identifier number client case lead contact record matter person customer prospect reference ref source new',
	),
);

const BESIDE = new Set(
	wordsOf(
		'external your the is to be on in of file yet here value data string name email phone mobile available applicable assigned defined found ' +
			'crm system database given known provided set specified entered listed recorded received match matches result results account address dato datos aplica angabe ' +
			'angaben vorhanden bekannt renseigne renseignee disponible disponibile informado',
	),
);

/** `external_source_id`, `Client ID`, `not on file`: only words for an ID, or for none. */
const isTalkOfIds = (words: string[], says: (word: string) => boolean): boolean =>
	words.some(says) && words.every((word) => NONE.has(word) || ABOUT_IDS.has(word) || BESIDE.has(word));

/** `not on file`, `no client id`: words for "none", without capitals and punctuation. */
export const saysNoValue = (words: string): boolean => isTalkOfIds(wordsOf(words), (word) => NONE.has(word));

/** `same as spouse`, `see file`: where to find the ID. */
const ELSEWHERE =
	/^(?:same as .*|(?:see|refer to|check) (?:the )?(?:above|attached|attachment|below|case|comments?|crm|email|file|list|log|matter|notes?|other|previous|record|row|sheet|spouse|wife|husband)(?: .*)?)$/;

/** `HubSpot ID`: the header of a column, for any system. */
const ID_OF_SOMETHING = /^(\p{L}+ ){1,3}ids?$/u;

/** `clientId` has two words. */
const apart = (text: string): string => text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');

/**
 * No letter or digit at all, only zeros (also as a UUID), only crosses, the last UUID, one digit as long as a telephone
 * number, or all digits in a row.
 */
const FILLER = /^(0*|x+|f{32}|(\d)\2{6,}|0?1234567890?)$/i;

/** A spreadsheet's or a program's text for an invalid date. */
const FIRST_DAY = /^(0?[01]\/0?[01]\/1900|1900-0?1-0?[01])([T ]00?:00.*)?$/;

const MINUS_ONE = /^-1([.,]0+)?$/;

/**
 * `{{ $json.id }}`, `${id}`, `=VLOOKUP(A2,B:B,1)`: an expression that was sent as text. And a program's text for an
 * object or an invalid date.
 */
const LEFT_OF_A_PROGRAM =
	/\{\{|\}\}|\$\{|^=?\$(json|node|input|item)\b|^=[\p{L}$]|\[object |undefined|\binvalid date(time)?\b|^\\n$/iu;

/** `crm-null`, `id: NaN`. "Dana Null" and "Nan Smith" are names. */
const NOTHING_AS_PART = /(?<![\p{L}\p{N}])(null|nan)(?![\p{L}\p{N}])/iu;
const OF_A_NAME = /^\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}+)+$/u;

/** `crm-N/A`, `N/A-1`, `n/a (walk-in)`. */
const NOT_AVAILABLE = /(?<![\p{L}\p{N}])n\/a(?![\p{L}\p{N}/])/iu;

/**
 * `crm-`, `import_2026:`: a prefix without a value. A random ID may end in such a character, too, but looks different.
 */
const PREFIX_ALONE = /^(?=.{3,24}$)\p{L}{2,}\d{0,4}([-_:/#. ]+(\p{L}+|\d{1,4}))*[-_:/#]+$/u;

/** Whether a text was built with a missing value: `crm-undefined`, `Invalid DateTime`, `crm-`. */
export const isMadeOfNothing = (text: string): boolean =>
	LEFT_OF_A_PROGRAM.test(text) ||
	NOT_AVAILABLE.test(text) ||
	(NOTHING_AS_PART.test(text) && !OF_A_NAME.test(text)) ||
	PREFIX_ALONE.test(text);

const ADDRESS = /^([^@\s]+)@[^@\s.]+\.[^@\s]+$/;

const NO_MAILBOX = /^no[._-]?(e?-?mail|reply)(provided|given|address|available|onfile)*$/;

/** `a@a.com`, `email@email.com`. A mailbox has at most 64 characters (RFC 5321). */
const SELF_NAMED = /^(e?-?mail|([^@])\2{0,63})@\1\./i;

/**
 * Whether an email address is shared by any number of people: `noemail@example.com`. The address of Dana Null is her
 * own.
 */
function isNobodysAddress(address: string, mailbox: string): boolean {
	const words = plain(mailbox);
	return (
		saysNoValue(words) ||
		isPlaceholder(mailbox) ||
		LEFT_OF_A_PROGRAM.test(address) ||
		[NO_ID, UNCOUNTED].some((known) => known.has(words)) ||
		NO_MAILBOX.test(mailbox.toLowerCase()) ||
		SELF_NAMED.test(address) ||
		isTemplateOfAddress(address) ||
		FILLER.test(words)
	);
}

const saysNone = (text: string, words: string): boolean =>
	ELSEWHERE.test(words) ||
	wordsOf(text).every((word) => isPlaceholder(word) || NONE.has(plain(word))) ||
	[NO_ID, UNTOLD].some((known) => known.has(words)) ||
	saysNoValue(words);

/** `unknown-9`, `unknown (Smith)`: the same with a number or a note after it. */
function saysNoneBefore(text: string): boolean {
	const withoutNote = /[)\]}]$/.test(text) ? text.slice(0, Math.max(text.search(/[([{]/), 0)) : text;
	const before = withoutNote.replace(/(?<!\d)\d+$/, '').replace(/(?<![\s_#-])[\s_#-]+$/, '');
	const words = plain(before);
	return (
		before !== text && words !== '' && (withoutNote !== text || !BEFORE_NUMBER.has(words)) && saysNone(before, words)
	);
}

function isNobodysText(text: string): boolean {
	const [, mailbox] = ADDRESS.exec(text) ?? [];
	if (mailbox !== undefined) return isNobodysAddress(text, mailbox);
	const words = plain(text);
	return (
		MINUS_ONE.test(text) ||
		FIRST_DAY.test(text) ||
		isPlaceholderDate(text) ||
		FILLER.test(words.replaceAll(' ', '')) ||
		UNCOUNTED.has(words) ||
		ID_OF_SOMETHING.test(words) ||
		saysNone(text, words) ||
		saysNoneBefore(text) ||
		[text, apart(text)].some((told) =>
			isTalkOfIds(wordsOf(plain(told)), (word) => NONE.has(word) || ABOUT_IDS.has(word)),
		) ||
		isMadeOfNothing(text)
	);
}

/**
 * Whether a person's ID means no person: a placeholder, `unknown`, `0000`, `Client ID`, `crm-undefined`. Any number of
 * people have it.
 */
export function isPlaceholderId(value: unknown): boolean {
	if (typeof value === 'boolean' || isPlaceholder(value)) return true;
	if (typeof value === 'string' || typeof value === 'number') return isNobodysText(visible(String(value)));
	// An invalid date of luxon or JavaScript.
	return typeof value === 'object' && value !== null && /^invalid date(time)?$/i.test(stringOf(value));
}
