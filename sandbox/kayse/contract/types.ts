import { z } from 'zod';
import { queryInteger } from '../../server/fields';
import { isTelephoneNumber } from '../../tools/telephone';
import type { Field } from './fields';

function worded(wrong: string) {
	return { required_error: 'is required', invalid_type_error: wrong };
}

const badId = 'must be a positive integer';

/** A number, never text. */
export const recordId = z.number(worded(badId)).int(badId).positive(badId);

export const recordIds = z.array(recordId, worded('must be an array of integers'));

export const bool = z.boolean(worded('must be true or false'));

export const string = z.string(worded('must be a string'));

/** A required text must not be empty. */
export const text = string.min(1, 'is required');

export const count = z
	.number(worded('must be an integer'))
	.int('must be an integer')
	.nonnegative('must not be negative');

export const object = z.record(z.unknown(), worded('must be an object'));

const badDate = 'must be a date, YYYY-MM-DD';

function isDate(value: string): boolean {
	// Date.parse reads February 30 as March 2.
	return /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).getUTCDate() === Number(value.slice(-2));
}

const date = z.string(worded(badDate)).refine(isDate, badDate);

const typeSchemas = { string, uint: count, bool, date, object, 'uint[]': recordIds } as const;

/** Telephone numbers and addresses. No document has a rule for them, but a text of another form reaches no person. */
const addressSchemas: Readonly<Record<string, z.ZodTypeAny>> = {
	email: string.email('must be an email address'),
	mobile: string.refine(isTelephoneNumber, 'must be a telephone number in E.164'),
};

/** A member in the body of a create or a full replacement. */
export function memberOf({ name, type, required }: Field): z.ZodTypeAny {
	if (!required) return (addressSchemas[name] ?? typeSchemas[type]).nullable().optional();
	return type === 'string' ? text : typeSchemas[type];
}

/** An array that is not empty and not too long. */
export function rowsOf<Row>(row: z.ZodType<Row, z.ZodTypeDef, unknown>, maximum: number) {
	return z
		.array(row, worded('must be an array'))
		.min(1, 'must not be empty')
		.max(maximum, `must have at most ${maximum} entries`);
}

/** The id in a path. */
export const pathId = z.object({ id: queryInteger(1) });

/** Search by name. */
export const keyQuery = { key: z.string().optional() };
