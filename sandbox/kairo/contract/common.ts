import { z } from 'zod';
import { isoMoment, queryInteger } from '../../server/fields';

export const text = z.string().min(1);

export const object = z.record(z.unknown());

/** No document describes paging; these two are the usual ones. */
export const pageFields = { limit: queryInteger(1, 100).optional(), cursor: text.optional() };

export const pageQuery = z.object(pageFields).strict();

/** Both ends belong to the period. */
export const periodFields = { from: isoMoment.optional(), to: isoMoment.optional() };

/** A period with open ends, in ISO 8601. */
export type Period = z.output<z.ZodObject<typeof periodFields>>;

export const startRun = z.object({ input: z.union([z.string(), object]) }).passthrough();
