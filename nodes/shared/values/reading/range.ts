import type { INodeProperties } from 'n8n-workflow';

import { invalidInput, type ItemFailure } from '../../contract/failure';
import { kindOf } from './kind';

const END = Symbol('end of the range');

/** A field with the name of another field. n8n does not see the mark, and copies of the field keep it. */
interface StartField extends INodeProperties {
	[END]?: string;
}

/**
 * Marks a field as the start of a range, such as "Created After".
 * @param end name of the field with its end
 */
export const rangeStart = (end: string, field: INodeProperties): INodeProperties =>
	Object.assign({ ...field }, { [END]: end });

/** The name of the field that ends the range; undefined for a field that begins none. */
export const rangeEndOf = (field: StartField): string | undefined => field[END];

/**
 * For hours of a day.
 * @param from,to as in 09:00; if they are equal, the range is empty
 */
export function endsBeforeItBegins(start: string, from: string, end: string, to: string): ItemFailure {
	return invalidInput(
		`"${start}" is ${from} and "${end}" is ${to}, but the end must be after the start`,
		`Enter the earlier time under "${start}". Hours cannot pass midnight.`,
	);
}

function checkRange(start: INodeProperties, end: INodeProperties, from: unknown, to: unknown): void {
	const [startLabel, endLabel] = [start.displayName, end.displayName];
	if (typeof from === 'number' && typeof to === 'number') {
		if (from > to)
			throw invalidInput(
				`"${startLabel}" (${from}) must not be above "${endLabel}" (${to})`,
				`Enter the smaller number under "${startLabel}".`,
			);
	} else if (typeof from === 'string' && typeof to === 'string') {
		if (kindOf(start) === 'clock' && from >= to) throw endsBeforeItBegins(startLabel, from, endLabel, to);
		// Days, and points in time in UTC, are in the order of their texts.
		if (from > to)
			throw invalidInput(
				`"${startLabel}" (${from}) must not be after "${endLabel}" (${to})`,
				`Enter the earlier one under "${startLabel}".`,
			);
	}
}

/**
 * @param values of the fields, in the form of their kinds
 * @throws ItemFailure for a range that ends before it begins, which would be empty
 */
export function checkRanges(fields: readonly INodeProperties[], values: (name: string) => unknown): void {
	for (const start of fields) {
		const endName = rangeEndOf(start);
		const end = endName === undefined ? undefined : fields.find(({ name }) => name === endName);
		if (end) checkRange(start, end, values(start.name), values(end.name));
	}
}
