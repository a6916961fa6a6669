import { z } from 'zod';
import { id } from '../../server/fields';
import { pageFields, periodFields } from './common';

export const usageQuery = z
	.object({ ...periodFields, granularity: z.enum(['hour', 'day', 'month']).default('day'), agent_id: id.optional() })
	.strict();

export const costsQuery = z
	.object({ ...periodFields, group_by: z.enum(['day', 'agent', 'workflow', 'model']).default('day') })
	.strict();

export const runsQuery = z.object({ ...pageFields, ...periodFields, agent_id: id.optional() }).strict();

export const latencyQuery = z.object(periodFields).strict();
