import { z } from 'zod';
import { id, queryInteger } from '../../server/fields';

const name = z.string().min(3).max(100);
const percent = z.number().int().min(0).max(100);
const variables = z.record(z.string());

/** All three documented paging styles; a setting decides which one is active. */
export const listQuery = z
	.object({ limit: queryInteger(1, 100).optional(), after: z.string().optional(), offset: queryInteger(0).optional() })
	.strict();
export type ListQuery = z.output<typeof listQuery>;

export const createCampaign = z
	.object({
		name,
		productId: id,
		promptId: id,
		agentId: id,
		qualificationAutomatic: percent.default(70),
		qualificationVerification: percent.default(50),
		variables: variables.default({}),
		preventAutoStart: z.boolean().default(false),
	})
	.strict();

export const updateCampaign = z
	.object({ name, qualificationAutomatic: percent, qualificationVerification: percent, variables })
	.partial()
	.strict();
