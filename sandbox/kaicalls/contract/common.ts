import { z } from 'zod';
import { isoMoment, queryInteger } from '../../server/fields';
import { isTelephoneNumber } from '../../tools/telephone';

export const e164 = z
	.string()
	.regex(/^\+[1-9]\d{1,14}$/, 'Must be E.164, e.g. +12025550123')
	.refine(isTelephoneNumber, 'Must be a number of its country');

export const webUrl = z
	.string()
	.url()
	.regex(/^https?:/, 'Must be an http(s) URL');

export const text = z.string().min(1);

/** The query parameter `limit`. */
export function limitQuery(defaultLimit: number, maximumLimit: number) {
	return queryInteger(1, maximumLimit).default(String(defaultLimit));
}

/** `limit` and the `created_at` cursor. */
export const pageFields = { limit: limitQuery(50, 100), after: isoMoment.optional() };
