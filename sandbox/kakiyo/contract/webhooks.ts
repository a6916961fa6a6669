import { z } from 'zod';
import { eventNames } from '../webhooks/events';

const fields = {
	name: z.string().min(1),
	url: z
		.string()
		.url()
		.regex(/^https?:/, 'Must be an http(s) URL'),
	events: z.array(z.enum(['*', ...eventNames])).min(1),
	secret: z.string().min(1).optional(),
};

export const createWebhook = z.object(fields).strict();
export const updateWebhook = z
	.object({ ...fields, active: z.boolean() })
	.partial()
	.strict();
export const testWebhook = z.object({ event: z.enum(eventNames), data: z.record(z.unknown()).optional() }).strict();
