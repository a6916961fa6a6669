import { z } from 'zod';
import { id, isoMoment, queryInteger } from '../../server/fields';
import { limitQuery, text } from './common';

export const usageQuery = z
	.object({ start: isoMoment.optional(), end: isoMoment.optional(), limit: limitQuery(100, 500) })
	.strict();

const days = queryInteger(1, 90).default('30');

export const daysQuery = z.object({ days }).strict();
export const callAnalyticsQuery = z
	.object({ days, group_by: z.enum(['day', 'week']).default('day'), agent_id: id.optional() })
	.strict();
export const funnelQuery = z.object({ days, source: text.optional() }).strict();
export const agentAnalyticsQuery = z.object({ days, agent_id: id.optional() }).strict();
