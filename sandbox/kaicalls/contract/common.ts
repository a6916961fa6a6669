import { z } from 'zod';
import { queryInteger } from '../../fields';

const isoPattern = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** ISO 8601; a `+` that the client did not percent-encode has become a space and fails here. */
export const isoMoment = z.string().refine((text) => isoPattern.test(text) && !Number.isNaN(Date.parse(text)), 'Must be ISO 8601');

export const e164 = z.string().regex(/^\+[1-9]\d{1,14}$/, 'Must be E.164, e.g. +12025550123');

export const webUrl = z
	.string()
	.url()
	.regex(/^https?:/, 'Must be an http(s) URL');

export const text = z.string().min(1);

export function limitQuery(defaultLimit: number, maximumLimit: number) {
	return queryInteger(1, maximumLimit).default(String(defaultLimit));
}

/** `limit` and the `created_at` cursor. */
export const pageFields = { limit: limitQuery(50, 100), after: isoMoment.optional() };
