import { invalidInput, type ItemFailure } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { isPlaceholder } from '../../shared/values/placeholder';
import { broughtIn } from '../../shared/values/reading/gap';
import { readOwnId } from '../../shared/values/reading/id';
import { missingValueIn, certainMissingValueIn } from '../../shared/values/reading/missingValue';
import { isNothing, trimmed } from '../../shared/values/reading/nothing';
import { converted, flawOfSegment } from '../../shared/values/pathSegment';
import { shown } from '../../shared/values/shown';
import { stringOf } from '../../shared/values/text';

/** Longer than any real path, and short enough to decode repeatedly. */
const MAX_LENGTH = 2_000;

/** A field that holds a path. */
interface PathField {
	label: string;
	remedy: string;
	/** The path comes from an expression, which may have returned nothing. */
	isBrought: boolean;
	templateOf?: ItemParameters['templateOf'];
}

const refusal = ({ label, remedy }: PathField, flaw: string, instead = remedy): ItemFailure =>
	invalidInput(`"${label}" ${flaw}`, instead);

/** The rest of an ID that an expression did not find, such as "undefined". "N/A" looks like two segments. */
function leftOfId(segments: string[], isBrought: boolean): string | undefined {
	const pairs = segments.slice(1).map((segment, place) => `${segments[place]}/${segment}`);
	return (
		[...segments.filter(isNothing), ...pairs.filter(isPlaceholder)][0] ??
		segments.map(isBrought ? missingValueIn : certainMissingValueIn).find((left) => left !== undefined)
	);
}

function readSegment(entered: string, field: PathField): string {
	if (trimmed(entered) === '') throw refusal(field, 'must not have two slashes in a row');
	// Decodes first, so that an encoded segment is not encoded twice.
	const text = converted(entered, decodeURIComponent);
	if (text === undefined || converted(text, encodeURIComponent) === undefined) {
		throw refusal(field, `contains characters that cannot be sent (got "${shown(entered)}")`);
	}
	const flaw = flawOfSegment(text);
	if (flaw !== undefined) throw refusal(field, flaw);
	return field.isBrought ? readOwnId(text, { label: field.label, timeZone: '' }) : trimmed(text);
}

/** The text of a path. If an expression returned nothing, the request must not go to the parent path. */
function readEntered(value: unknown, field: PathField): string {
	if (value === undefined || value === null) throw refusal(field, 'is missing: its expression returned nothing');
	if (typeof value !== 'string' && typeof value !== 'number') throw refusal(field, 'must be a text');
	const text = typeof value === 'number' ? readOwnId(value, { label: field.label, timeZone: '' }) : value.trim();
	if (text.length > MAX_LENGTH) throw refusal(field, `must have at most ${MAX_LENGTH} characters`);
	if (!field.isBrought || !/^$|\/$/.test(trimmed(text))) return text;
	throw refusal(
		field,
		/^\/?$/.test(trimmed(text))
			? 'is empty: its expression returned nothing'
			: 'ends in a slash: its expression returned nothing, or remove the slash',
	);
}

/** The encoded segments of a path. @throws ItemFailure with the flaw of the path */
export function segmentsOf(value: unknown, field: PathField): string[] {
	const entered = readEntered(value, field);
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(entered)) throw refusal(field, 'must be a path, not a full address');
	if (/[?#]/.test(entered)) {
		throw refusal(
			field,
			'must not contain "?" or "#"',
			'Enter the part after the "?" under Query Parameters, and remove the "#".',
		);
	}
	const inner = entered.replace(/^\//, '').replace(/\/$/, '');
	const segments = inner === '' && entered.length < 2 ? [] : inner.split('/').map((part) => readSegment(part, field));
	const left = leftOfId(segments, field.isBrought);
	if (left !== undefined) throw refusal(field, `contains "${shown(left)}": the expression for its ID returned nothing`);
	const template = field.isBrought ? field.templateOf?.(stringOf(value)) : undefined;
	if (template !== undefined && broughtIn(template, stringOf(value)).some(({ brought }) => isNothing(brought))) {
		throw refusal(field, `is "${shown(value)}": its expression returned nothing`);
	}
	return segments.map(encodeURIComponent);
}

/**
 * A path that the user entered, below the root of a category. Each segment is encoded, so that the request with its key cannot
 * reach another path or host.
 * @param isBrought the path comes from an expression
 * @throws ItemFailure with the flaw of the path
 */
export function pathBelow(
	root: string,
	value: unknown,
	isBrought = false,
	templateOf?: ItemParameters['templateOf'],
): string {
	const itself = isBrought ? '' : `; leave it empty for ${root} itself`;
	const remedy = `Enter the part after ${root}, such as /123/notes${itself}.`;
	return [root, ...segmentsOf(value, { label: 'Path', remedy, isBrought, templateOf })].join('/');
}
