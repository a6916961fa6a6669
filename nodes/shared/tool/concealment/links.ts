import { mapTexts } from '../mapTexts';
import { NOT_SHOWN } from './notShown';
import { isOpaque, mayBeKey } from './opaque';
import { isSecretName } from './secretNames';

/** What stands between blanks and quotation marks; brackets and braces may be parts of an address, and so what has taken a secret's place. */
const PIECE = /(?:\(not shown to a model\)|[^\s"'<>`])+/g;

/** Parameters by which whoever has the link gets in, without signs between their words (AWS, Google, Azure, CloudFront, Akamai and what others call theirs). */
const LETS_IN =
	/signature$|^sig$|^sign$|^signed$|credential$|key$|keypairid$|^policy$|^code$|^hash$|^hmac$|^md5$|^sha\d*$|^digest$|ticket$|^session|^sid$|^invit|^reset|^magic|^verif|^confirm|^unlock|^st$|^hdn(?:ts|ea)$|^nonce$|^ott$/;

/** `id`, `call_id`, `caseId`, `urn`: says which record, and lets nobody in that it does not name. */
const NAMES_RECORD = /(?:^|[_.-])(?:id|ids|uuid|urn)$|[a-z](?:Id|Ids|Uuid|Urn)$/;

/** Parts of an address that are behind these are drawn by lot where they let in, as in `/invite/8f3a91c2`. */
const OPENING_PART = /reset|invit|magic|token|sign-?in|log-?in|share|verif|confirm|unsubscribe|join|auth|services/i;

/** A link within a link within a link: nobody looks further. */
const DEEPEST = 3;

/** Of an address as programs write it: JSON may have a sign before each slash, HTML its own "&". */
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

/** Where the part of a path begins that lets in; -1 where none does. */
function openingPart(path: string): number {
	const parts = path.split('/');
	const place = parts.findIndex(
		(part, index) => index > 0 && OPENING_PART.test(parts[index - 1] ?? '') && mayBeKey(part),
	);
	return place < 0 ? -1 : parts.slice(0, place).join('/').length + 1;
}

/** Behind `://`, what ends with ":" and is no host with a port. */
const USER = /:\/\/[^/?#@:]*:(?!\d{1,5}(?:[/?#]|$))/;

/** A password may have any sign in it, so it ends with the last "@". */
function withoutNameAndPassword(address: string): string {
	const end = address.lastIndexOf('@');
	const start = end < 0 ? -1 : address.search(USER);
	const rest = start >= 0 && start < end ? `${address.slice(0, start)}://${address.slice(end + 1)}` : address;
	return rest.replace(/:\/\/[^/?#@]*@/g, '://');
}

/** An address without what lets in whoever has it; the same text when there is nothing of that in it. */
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

/** Only in these can one be. */
const MAY_HAVE_ADDRESS = /[?#;]|:\/\/|:\\\/\\\//;

/** All texts of a JSON value without links that let in whoever has them: where they lead is left. */
export const withoutSignedLinks = mapTexts((text) =>
	MAY_HAVE_ADDRESS.test(text)
		? text.replace(PIECE, (piece) => (MAY_HAVE_ADDRESS.test(piece) ? withoutOpening(piece) : piece))
		: text,
);
