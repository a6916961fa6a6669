import { z } from 'zod';
import { id } from '../../server/fields';
import { limitQuery, text } from './common';

/** The body's schema is not public, so other members are accepted unchecked. */
export const createRun = z.object({ business_id: id.optional(), external_ref: text.optional() }).passthrough();

export const runsQuery = z
	.object({ business_id: id.optional(), id: id.optional(), external_ref: text.optional(), limit: limitQuery(50, 100) })
	.strict();

export const updateRun = z.object({ id, action: z.enum(['pause', 'cancel']), business_id: id.optional() }).strict();

export const jobsQuery = z
	.object({
		communication_run_id: id.optional(),
		channel: z.enum(['call', 'sms']).optional(),
		status: text.optional(),
		limit: limitQuery(50, 100),
	})
	.strict();

export const attemptsQuery = z
	.object({ sequence_id: id.optional(), status: text.optional(), limit: limitQuery(50, 100) })
	.strict();
