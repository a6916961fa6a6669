import { z } from 'zod';

import { invalidInput } from '../contract/failure';
import type { ItemParameters } from '../contract/operation';
import { labelOf } from '../values/label';
import { firstFew } from '../values/ranges';
import { notFilled } from '../values/reading/field';
import { isDebris, readRecordId } from '../values/reading/id';
import { readJsonValue } from '../values/reading/json';
import { readList } from '../values/reading/list';
import { isNothing } from '../values/reading/nothing';
import type { Reading } from '../values/reading/reading';

/** For readers that need no time zone. */
const NO_ZONE = '';

/** The entries of a list field, chosen from a list or entered as text, without duplicates. */
export const textList = (value: unknown, label: string): string[] => readList(value, { label, timeZone: NO_ZONE });

/** The entries of a list field of the operation, in the form that its reader returned. */
export const entriesIn = (item: ItemParameters, field: string): string[] =>
	[item.parameter(field, [])].flat().map(String);

/**
 * Reads a JSON field, typed or from an expression.
 * @throws ItemFailure naming the field when it does not parse or has another shape
 */
export function readJson<T>(value: unknown, label: string, schema: z.ZodType<T, z.ZodTypeDef, unknown>): T {
	const checked = schema.safeParse(readJsonValue(value, { label, timeZone: NO_ZONE }));
	if (checked.success) return checked.data;
	const findings = checked.error.issues.map(({ path, message }) =>
		path.length > 0 ? `${path.join('.')}: ${message}` : message,
	);
	throw invalidInput(`"${label}" has wrong content: ${firstFew(findings, '; ')}`, `Correct the JSON in "${label}".`);
}

/**
 * The form of a JSON field that takes only an object.
 * @param example for the message about another form
 */
export const jsonObject = (example = '{ "name": "value" }') =>
	z.record(z.unknown(), { invalid_type_error: `must be an object such as ${example}` });

/**
 * An ID from a field.
 * @throws ItemFailure when it is missing, or would mean "this folder" or "the folder above" in a path
 */
export function checkedId(
	value: unknown,
	label: string,
	{ templateOf, isTool }: Pick<Reading, 'templateOf' | 'isTool'> = {},
): string {
	if (isNothing(value) && !isDebris(value)) throw notFilled(label, value);
	return readRecordId(value, { label, timeZone: NO_ZONE, templateOf, isTool });
}

/** The id in the node parameter of that name. */
export const readId = (item: ItemParameters, parameter: string): string =>
	checkedId(item.parameter(parameter), labelOf(parameter), item);
