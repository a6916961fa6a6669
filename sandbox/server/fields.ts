import { z } from 'zod';

const isoPattern = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** An opaque ID; the route checks whether it exists. */
export const id = z.string().min(1);

/** ISO 8601; a `+` that the client did not percent-encode has become a space and is rejected here. */
export const isoMoment = z
	.string()
	.refine((text) => isoPattern.test(text) && !Number.isNaN(Date.parse(text)), 'Must be ISO 8601');

/** A whole number in a query string. */
export function queryInteger(minimum: number, maximum = Number.MAX_SAFE_INTEGER) {
	return z
		.string()
		.regex(/^\d+$/, 'Must be a whole number')
		.transform(Number)
		.pipe(z.number().min(minimum).max(maximum));
}

/** `true` or `false` in a query string. */
export const queryBoolean = z.enum(['true', 'false']).transform((text) => text === 'true');

/** `limit` and `offset` with the defaults of one list. */
export function pageQuery(defaultLimit: number, maximumLimit: number) {
	return { limit: queryInteger(1, maximumLimit).default(String(defaultLimit)), offset: queryInteger(0).default('0') };
}
