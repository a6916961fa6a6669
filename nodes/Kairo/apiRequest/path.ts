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

/** More than any path needs, and few enough characters to look through however they are encoded. */
const MAX_LENGTH = 2_000;

/** A field that holds a path. */
interface PathField {
	label: string;
	remedy: string;
	/** An expression brings it or a part of it, which may have found nothing. */
	isBrought: boolean;
	templateOf?: ItemParameters['templateOf'];
}

const refusal = ({ label, remedy }: PathField, flaw: string, instead = remedy): ItemFailure =>
	invalidInput(`"${label}" ${flaw}`, instead);

/** What is left of an ID that was not found; "N/A" looks like two segments. */
function leftOfId(segments: string[], isBrought: boolean): string | undefined {
	const pairs = segments.slice(1).map((segment, place) => `${segments[place]}/${segment}`);
	return (
		[...segments.filter(isNothing), ...pairs.filter(isPlaceholder)][0] ??
		segments.map(isBrought ? missingValueIn : certainMissingValueIn).find((left) => left !== undefined)
	);
}

function readSegment(entered: string, field: PathField): string {
	if (trimmed(entered) === '') throw refusal(field, 'must not have two slashes in a row');
	// Decoded first, so that what is encoded already stays as it is.
	const text = converted(entered, decodeURIComponent);
	if (text === undefined || converted(text, encodeURIComponent) === undefined) {
		throw refusal(field, `contains characters that cannot be sent (got "${shown(entered)}")`);
	}
	const flaw = flawOfSegment(text);
	if (flaw !== undefined) throw refusal(field, flaw);
	return field.isBrought ? readOwnId(text, { label: field.label, timeZone: '' }) : trimmed(text);
}

/** The text of a path. What an expression found nothing for must not become the path above. */
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

/** The segments of a path, encoded. */
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
 * A path of the user’s below a category’s root, encoded segment by segment, so that the request and the key in it cannot
 * reach another path or host.
 * @param isBrought an expression brings it or a part of it
 * @throws ItemFailure naming what is wrong with it
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
