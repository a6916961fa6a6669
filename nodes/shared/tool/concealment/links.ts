import { mapTexts } from '../mapTexts';
import { NOT_SHOWN } from './notShown';
import { isOpaque, mayBeKey } from './opaque';
import { isSecretName } from './secretNames';

/**
 * A text between blanks and quotation marks; brackets and braces may be parts of an address, and so may the replacement
 * of a secret.
 */
const PIECE = /(?:\(not shown to a model\)|[^\s"'<>`])+/g;

/**
 * Parameters that give access to any holder of the link, without punctuation between their words (AWS, Google, Azure,
 * CloudFront, Akamai and others).
 */
const LETS_IN =
	/signature$|^sig$|^sign$|^signed$|credential$|key$|keypairid$|^policy$|^code$|^hash$|^hmac$|^md5$|^sha\d*$|^digest$|ticket$|^session|^sid$|^invit|^reset|^magic|^verif|^confirm|^unlock|^st$|^hdn(?:ts|ea)$|^nonce$|^ott$/;

/** `id`, `call_id`, `caseId`, `urn`: they name a record, and give no access. */
const NAMES_RECORD = /(?:^|[_.-])(?:id|ids|uuid|urn)$|[a-z](?:Id|Ids|Uuid|Urn)$/;

/** A random part of a path after one of these words gives access, as in `/invite/8f3a91c2`. */
const OPENING_PART = /reset|invit|magic|token|sign-?in|log-?in|share|verif|confirm|unsubscribe|join|auth|services/i;

/** How deep links within links are searched. */
const DEEPEST = 3;

/** Addresses in the spelling of programs: JSON may have a backslash before each slash, HTML its own "&". */
const asWritten = (piece: string): string => piece.replaceAll('\\/', '/').replace(/&amp;|\\u0026/gi, '&');

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** @param parameter as in `token=abc` */
function opens(parameter: string, isOfLink: boolean, depth: number): boolean {
	const end = parameter.indexOf('=');
	const name = end < 0 ? '' : decoded(parameter.slice(0, end));
	const value = decoded(parameter.slice(end + 1));
	if (value === '') return false;
	if (name !== '' && (isSecretName(name) || LETS_IN.test(name.toLowerCase().replace(/[^a-z\d]/g, '')))) return true;
	if (isOfLink && isOpaque(value) && !NAMES_RECORD.test(name)) return true;
	return depth < DEEPEST && /[/?%]/.test(value) && withoutOpening(value, depth + 1) !== value;
}

/** Where the part of a path begins that gives access; -1 if there is none. */
function openingPart(path: string): number {
	const parts = path.split('/');
	const place = parts.findIndex(
		(part, index) => index > 0 && OPENING_PART.test(parts[index - 1] ?? '') && mayBeKey(part),
	);
	return place < 0 ? -1 : parts.slice(0, place).join('/').length + 1;
}

/** After `://`, a text that ends with ":" and is not a host with a port. */
const USER = /:\/\/[^/?#@:]*:(?!\d{1,5}(?:[/?#]|$))/;

/** A password may contain any character, so it ends with the last "@". */
function withoutNameAndPassword(address: string): string {
	const end = address.lastIndexOf('@');
	const start = end < 0 ? -1 : address.search(USER);
	const rest = start >= 0 && start < end ? `${address.slice(0, start)}://${address.slice(end + 1)}` : address;
	return rest.replace(/:\/\/[^/?#@]*@/g, '://');
}

/** An address without the parts that give access to any holder; unchanged when there are none. */
function withoutOpening(piece: string, depth = 0): string {
	const address = asWritten(piece);
	const withoutUser = withoutNameAndPassword(address);
	const query = withoutUser.search(/[?#]|;[\w-]+=/);
	const before = query < 0 ? withoutUser : withoutUser.slice(0, query);
	const isOfLink = before === '' || /[./]/.test(before);
	const part = before.includes('://') ? openingPart(before) : -1;
	if (part >= 0) return `${before.slice(0, part)}${NOT_SHOWN}`;
	const parameters = query < 0 ? [] : withoutUser.slice(query + 1).split(/[&;~?#]/);
	if (withoutUser !== address || parameters.some((parameter) => opens(parameter, isOfLink, depth)))
		return `${before}?${NOT_SHOWN}`;
	return piece;
}

/** Only texts with these can contain one. */
const MAY_HAVE_ADDRESS = /[?#;]|:\/\/|:\\\/\\\//;

/** All texts of a JSON value without links that give access: the rest of the address stays. */
export const withoutSignedLinks = mapTexts((text) =>
	MAY_HAVE_ADDRESS.test(text)
		? text.replace(PIECE, (piece) => (MAY_HAVE_ADDRESS.test(piece) ? withoutOpening(piece) : piece))
		: text,
);
