import { unfit, type ItemFailure } from '../../shared/executor/failure';

const CONTROL = /\p{Cc}/u;
const DOTS = /^\.{1,2}$/;

/** undefined for what has no such form: a lone "%", or half of a character that takes two. */
function converted(text: string, convert: (text: string) => string): string | undefined {
	try {
		return convert(text);
	} catch {
		return undefined;
	}
}

/** With every layer of percent-encoding off, as a server behind a proxy may read it. */
function bare(text: string): string {
	const inner = converted(text, decodeURIComponent);
	return inner === undefined || inner === text ? text : bare(inner);
}

/** What is wrong with a segment, as the end of a sentence. */
function flawOf(segment: string): string | undefined {
	const text = bare(segment);
	if (text.split('/').some((part) => DOTS.test(part.trim()))) return 'climbs to another folder with "." or ".."';
	if (text.includes('\\')) return 'has a backslash in it';
	if (CONTROL.test(text)) return 'has a line break or another character in it that cannot be sent';
	return undefined;
}

function segment(entered: string, refuse: (flaw: string) => ItemFailure): string {
	if (entered === '') throw refuse('has two slashes in a row');
	// Decoded first, so that what is encoded already stays as it is.
	const text = converted(entered, decodeURIComponent);
	const encoded = text === undefined ? undefined : converted(text, encodeURIComponent);
	if (text === undefined || encoded === undefined) throw refuse(`has "${entered}" in it, which cannot be sent`);
	const flaw = flawOf(text);
	if (flaw !== undefined) throw refuse(flaw);
	return encoded;
}

/**
 * A path of the user’s below a category’s root, encoded segment by segment, so that the request and the key in it cannot
 * reach another path or host.
 * @throws ItemFailure naming what is wrong with it
 */
export function pathBelow(root: string, value: unknown): string {
	const entered = String(value ?? '').trim();
	const remedy = `Enter what comes after ${root}, such as /123/notes; leave it empty for ${root} itself.`;
	const refuse = (flaw: string, instead = remedy) => unfit(`"Path" ${flaw}`, instead);
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(entered)) throw refuse('is a whole address');
	if (/[?#]/.test(entered)) {
		throw refuse('has a "?" or "#" in it', 'Enter what comes after the "?" under Query Parameters, and leave the "#" out.');
	}
	const inner = entered.replace(/^\//, '').replace(/\/$/, '');
	if (inner === '' && entered.length < 2) return root;
	return [root, ...inner.split('/').map((part) => segment(part, refuse))].join('/');
}
