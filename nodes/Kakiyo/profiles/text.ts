import { textList } from '../../shared/operations/readers';
import { withoutInvisible } from '../../shared/values/invisible';
import { isNothing } from '../../shared/values/reading/nothing';
import { shown } from '../../shared/values/shown';

/** A piece of a cell: an address as written, or text beside one. */
export interface Piece {
	text: string;
	/** The next address follows without a space. */
	isFollowed: boolean;
}

const HOST = String.raw`(?:[a-z0-9-]+\.)*linkedin\.com\.?(?::(?:443|80))?`;

/** LinkedIn's path prefixes before `in/`: web, emails, phones, public pages, other languages. */
const BEFORE_IN = String.raw`(?:(?:comm|m|mwlite|profile|public-profile|(?!in/)[a-z]{2}(?:[-_][a-z]{2,4})?)/+)*`;

/** The start of a profile address, after `https:`. */
export const PROFILE_PATH = String.raw`${HOST}/+${BEFORE_IN}in/`;

/**
 * Matches the start of an address. A link inside a query belongs to the query, unless it is a profile. Each alternative looks ahead
 * for its first sign before it looks back, which is slower.
 */
const START = new RegExp(
	[
		'h(?<!=h)ttps?://',
		`https?:/*${PROFILE_PATH}`,
		String.raw`(?=[a-z0-9-])(?<![\p{L}\p{N}._~@-]|//)${PROFILE_PATH}`,
		String.raw`(?=/?in/)(?<=[^\p{L}\p{N}/._~%@-])/?in/+(?=[\p{L}\p{N}])`,
	].join('|'),
	'giu',
);

/** Signs that people and programs put around an address. */
const SIGN = String.raw`[\s\p{Ps}\p{Pe}\p{Pi}\p{Pf}<>|\x60]|(?![#%&./?@…‥])\p{Po}`;

const LEADING = new RegExp(`^(?:${SIGN})+`, 'u');

/** One full stop ends a sentence; several mean that the text was cut off. */
const TRAILING = new RegExp(String.raw`(?=${SIGN}|\.)(?<!${SIGN}|\.)(?:${SIGN}|(?<!\.)\.(?!\.))+$`, 'u');

/** Marks of a text that was cut off. */
export const ELLIPSIS = /\.{2}|[…‥]|。{2}/;

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Line breaks of web pages and of JSON, and JSON's escaped slashes. */
const unwrapped = (text: string): string =>
	text.replace(/<\/?[a-z][a-z0-9]*\s*\/?>|\\[nrt]/gi, ' ').replaceAll('\\/', '/');

/** An address is rarely encoded more often than this. */
const MOST_ENCODINGS = 10;

function decodedRun(run: string): string {
	try {
		return decodeURIComponent(run);
	} catch {
		return run;
	}
}

/** Undoes percent-encoding, also repeated encoding, and removes invisible characters. An encoded "#" does not start a fragment. */
function decoded(text: string): string {
	let before = text;
	for (let time = 0; time < MOST_ENCODINGS; time++) {
		const after = withoutInvisible(
			before.replace(/(?:%(?!23.)[0-9a-f]{2})+/gi, decodedRun).replace(/[\uFE0E\uFE0F]/g, ''),
		);
		if (after === before) break;
		before = after;
	}
	// macOS writes "é" as two characters.
	return before.normalize('NFC');
}

/** A text between two spaces, split where an address begins. */
function piecesOf(word: string): Piece[] {
	const text = decoded(word);
	const starts = [...new Set([0, ...[...text.matchAll(START)].map(({ index }) => index)])];
	const cut = starts.map((start, place): Piece => {
		const piece = text.slice(start, starts[place + 1]).replace(LEADING, '');
		const isFollowed = place + 1 < starts.length;
		return { text: isFollowed ? piece : piece.replace(TRAILING, ''), isFollowed };
	});
	return cut.filter((piece) => SAYS_SOMETHING.test(piece.text) || ELLIPSIS.test(piece.text));
}

/** Longest cell, in characters: more than the addresses of one item ever need. */
const LONGEST_CELL = 25_000;

const isListText = (text: string): boolean => /^\s*\[[^]*\]\s*$/.test(text);

/** The content of a cell: a text, a list, or a list as text. */
export function piecesIn(value: unknown): Piece[] {
	if (isNothing(value)) return [];
	if (Array.isArray(value)) return value.flatMap(piecesIn);
	if (typeof value !== 'string' || value.length > LONGEST_CELL) return [{ text: shown(value), isFollowed: false }];
	if (isListText(value))
		return textList(value, '').flatMap((text) => (isListText(text) ? [{ text, isFollowed: false }] : piecesIn(text)));
	return withoutInvisible(unwrapped(value)).split(/\s+/).flatMap(piecesOf);
}

/** A redirecting link with the address inside, as Google and Outlook make. */
const leadsOn = ({ text, isFollowed }: Piece): boolean => isFollowed && text.endsWith('=') && !/\/in\//i.test(text);

/** Whether the user means the piece as an address, valid or not. */
export const isLikeAddress = (piece: Piece): boolean =>
	!leadsOn(piece) && /^(?:https?:|\/\/|\/?in\/|(?:[a-z0-9-]+\.)*linkedin\.com)/i.test(piece.text);
