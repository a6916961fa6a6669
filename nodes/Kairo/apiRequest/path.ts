import { invalidInput, type ItemFailure } from '../../shared/contract/failure';
import { shown } from '../../shared/values/shown';

const CONTROL = /\p{Cc}/u;
const DOTS = /^\.{1,2}$/;

/** More than any path needs, and few enough characters to look through however they are encoded. */
const MAX_LENGTH = 2_000;
/** Layers of percent-encoding that are taken off. */
const MAX_LAYERS = 10;

/** undefined for what has no such form: a lone "%", or half of a character that takes two. */
function converted(text: string, convert: (text: string) => string): string | undefined {
	try {
		return convert(text);
	} catch {
		return undefined;
	}
}

const asciiOf = (encoded: string): string => String.fromCharCode(parseInt(encoded.slice(1), 16));

/** With one layer of percent-encoding off, wherever there is one: a server may read the good parts beside a bad one. */
const peeled = (text: string): string =>
	text.replace(
		/(?:%[0-9a-f]{2})+/gi,
		(run) => converted(run, decodeURIComponent) ?? run.replace(/%[0-7][0-9a-f]/gi, asciiOf),
	);

/** With every layer of percent-encoding off, as a server behind a proxy may read it; undefined when there are too many. */
function bare(text: string): string | undefined {
	let outer = text;
	for (let layers = 0; layers < MAX_LAYERS; layers++) {
		const inner = peeled(outer);
		if (inner === outer) return inner;
		outer = inner;
	}
	return undefined;
}

/** What is wrong with a segment, as the end of a sentence. */
function flawOf(segment: string): string | undefined {
	const text = bare(segment);
	if (text === undefined) return 'is percent-encoded too many times';
	if (text.split('/').some((part) => DOTS.test(part.trim()))) return 'climbs to another folder with "." or ".."';
	if (text.includes('\\')) return 'has a backslash in it';
	if (CONTROL.test(text)) return 'has a line break or another character in it that cannot be sent';
	return undefined;
}

/** Takes what is wrong as the end of a sentence. */
export type Refuse = (flaw: string, instead?: string) => ItemFailure;

function segment(entered: string, refuse: Refuse): string {
	if (entered === '') throw refuse('has two slashes in a row');
	// Decoded first, so that what is encoded already stays as it is.
	const text = converted(entered, decodeURIComponent);
	const encoded = text === undefined ? undefined : converted(text, encodeURIComponent);
	if (text === undefined || encoded === undefined) throw refuse(`has "${shown(entered)}" in it, which cannot be sent`);
	const flaw = flawOf(text);
	if (flaw !== undefined) throw refuse(flaw);
	return encoded;
}

/** The text of a path. What an expression found nothing for must not become the path above. */
function readEntered(value: unknown, refuse: Refuse): string {
	if (value === undefined || value === null) throw refuse('is missing: its expression found nothing');
	if (typeof value !== 'string' && typeof value !== 'number') throw refuse('is no text');
	const text = String(value).trim();
	if (text.length > MAX_LENGTH) throw refuse(`is longer than ${MAX_LENGTH} characters`);
	return text;
}

/** The segments of a path, encoded. */
export function segmentsOf(value: unknown, refuse: Refuse): string[] {
	const entered = readEntered(value, refuse);
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(entered)) throw refuse('is a whole address');
	if (/[?#]/.test(entered)) {
		throw refuse('has a "?" or "#" in it', 'Enter what comes after the "?" under Query Parameters, and leave the "#" out.');
	}
	const inner = entered.replace(/^\//, '').replace(/\/$/, '');
	return inner === '' && entered.length < 2 ? [] : inner.split('/').map((part) => segment(part, refuse));
}

/**
 * A path of the user’s below a category’s root, encoded segment by segment, so that the request and the key in it cannot
 * reach another path or host.
 * @throws ItemFailure naming what is wrong with it
 */
export function pathBelow(root: string, value: unknown): string {
	const remedy = `Enter what comes after ${root}, such as /123/notes; leave it empty for ${root} itself.`;
	return [root, ...segmentsOf(value, (flaw, instead = remedy) => invalidInput(`"Path" ${flaw}`, instead))].join('/');
}
