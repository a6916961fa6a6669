import { invalidInput, type ItemFailure } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { isPlaceholder } from '../../shared/values/placeholder';
import { broughtIn } from '../../shared/values/reading/gap';
import { readIdText } from '../../shared/values/reading/id';
import { leftIn, leftUnmistakably } from '../../shared/values/reading/left';
import { isNothing, trimmed } from '../../shared/values/reading/nothing';
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

/** A field that holds a path. */
interface PathField {
	label: string;
	remedy: string;
	/** An expression brings it or a part of it, which may have found nothing. */
	isBrought: boolean;
	templateOf?: ItemParameters['templateOf'];
}

const refusal = ({ label, remedy }: PathField, flaw: string, instead = remedy): ItemFailure => invalidInput(`"${label}" ${flaw}`, instead);

/** What is left of an ID that was not found; "N/A" looks like two segments. */
function leftOfId(segments: string[], isBrought: boolean): string | undefined {
	const pairs = segments.slice(1).map((segment, place) => `${segments[place]}/${segment}`);
	return (
		[...segments.filter(isNothing), ...pairs.filter(isPlaceholder)][0] ??
		segments.map(isBrought ? leftIn : leftUnmistakably).find((left) => left !== undefined)
	);
}

function readSegment(entered: string, field: PathField): string {
	if (trimmed(entered) === '') throw refusal(field, 'has two slashes in a row');
	// Decoded first, so that what is encoded already stays as it is.
	const text = converted(entered, decodeURIComponent);
	if (text === undefined || converted(text, encodeURIComponent) === undefined) {
		throw refusal(field, `has "${shown(entered)}" in it, which cannot be sent`);
	}
	const flaw = flawOf(text);
	if (flaw !== undefined) throw refusal(field, flaw);
	return field.isBrought ? readIdText(text, { label: field.label, timeZone: '' }) : trimmed(text);
}

/** The text of a path. What an expression found nothing for must not become the path above. */
function readEntered(value: unknown, field: PathField): string {
	if (value === undefined || value === null) throw refusal(field, 'is missing: its expression found nothing');
	if (typeof value !== 'string' && typeof value !== 'number') throw refusal(field, 'is no text');
	const text = typeof value === 'number' ? readIdText(value, { label: field.label, timeZone: '' }) : value.trim();
	if (text.length > MAX_LENGTH) throw refusal(field, `is longer than ${MAX_LENGTH} characters`);
	if (!field.isBrought || !/^$|\/$/.test(trimmed(text))) return text;
	throw refusal(field, /^\/?$/.test(trimmed(text)) ? 'is empty: its expression found nothing' : 'ends in a slash: its expression found nothing, or the slash is one too many');
}

/** The segments of a path, encoded. */
export function segmentsOf(value: unknown, field: PathField): string[] {
	const entered = readEntered(value, field);
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(entered)) throw refusal(field, 'is a whole address');
	if (/[?#]/.test(entered)) {
		throw refusal(field, 'has a "?" or "#" in it', 'Enter what comes after the "?" under Query Parameters, and leave the "#" out.');
	}
	const inner = entered.replace(/^\//, '').replace(/\/$/, '');
	const segments = inner === '' && entered.length < 2 ? [] : inner.split('/').map((part) => readSegment(part, field));
	const left = leftOfId(segments, field.isBrought);
	if (left !== undefined) throw refusal(field, `has "${shown(left)}" in it, which is left of an ID that was not found`);
	const template = field.isBrought ? field.templateOf?.(String(value)) : undefined;
	if (template !== undefined && broughtIn(template, String(value)).some(({ brought }) => isNothing(brought))) {
		throw refusal(field, `is "${shown(value)}", where an expression found nothing`);
	}
	return segments.map(encodeURIComponent);
}

/**
 * A path of the user’s below a category’s root, encoded segment by segment, so that the request and the key in it cannot
 * reach another path or host.
 * @param isBrought an expression brings it or a part of it
 * @throws ItemFailure naming what is wrong with it
 */
export function pathBelow(root: string, value: unknown, isBrought = false, templateOf?: ItemParameters['templateOf']): string {
	const itself = isBrought ? '' : `; leave it empty for ${root} itself`;
	const remedy = `Enter what comes after ${root}, such as /123/notes${itself}.`;
	return [root, ...segmentsOf(value, { label: 'Path', remedy, isBrought, templateOf })].join('/');
}
