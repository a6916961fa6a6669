import { invalidInput } from '../../contract/failure';
import { isRecord, writesItself } from '../json';
import { shown } from '../shown';
import { readJsonField } from './json';
import type { Reader, Reading } from './reading';

/** The place of the first undefined within a value, such as `steps[0].agent`. */
function placeOfUndefined(value: unknown, path = ''): string | undefined {
	if (value === undefined) return path;
	const inner: Array<[string, unknown]> = Array.isArray(value)
		? Array.from(value, (entry, place) => [`${path}[${place}]`, entry])
		: isRecord(value) && !writesItself(value)
			? Object.entries(value).map(([name, member]) => [path === '' ? name : `${path}.${name}`, member])
			: [];
	for (const [within, member] of inner) {
		const place = placeOfUndefined(member, within);
		if (place !== undefined) return place;
	}
	return undefined;
}

/**
 * JSON silently drops undefined: a value that an expression did not find would be missing at the receiver. A text with
 * the same gap cannot be read as JSON, and is refused, too.
 * @param value checked for depth
 * @throws ItemFailure with the place
 */
export function checkDefined(value: unknown, { label }: Pick<Reading, 'label'>): void {
	const place = placeOfUndefined(value);
	if (place === undefined) return;
	throw invalidInput(
		`"${label}" has undefined in ${place === '' ? 'it' : `"${shown(place)}"`}: a value is missing`,
		'Correct the expression, or the field of the row that it reads. If the value may be missing, write ?? null after it.',
	);
}

/** Data for a receiver, which stays unchanged: null and empty texts are data, too. */
export const readDataJson: Reader<unknown> = (value, reading) => {
	const read = readJsonField(value, reading);
	checkDefined(read, reading);
	return read;
};
