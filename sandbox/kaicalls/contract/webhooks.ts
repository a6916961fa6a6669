import { z } from 'zod';
import { id } from '../../server/fields';
import { eventNames } from '../webhooks/accountEvents';
import { text, webUrl } from './common';

const business_id = id.optional();

export const webhooksQuery = z.object({ business_id }).strict();

/** With an `id` it changes that webhook. */
export const upsertWebhook = z
	.object({
		id: id.optional(),
		webhook_url: webUrl,
		business_id,
		events: z.array(z.enum(eventNames)).min(1).optional(),
		description: text.optional(),
		is_active: z.boolean().optional(),
	})
	.strict();

export const deleteWebhookQuery = z.object({ id, business_id }).strict();
export const testWebhook = z.object({ id, business_id, data: z.record(z.unknown()).default({}) }).strict();
export const rotateSecret = z.object({ id, business_id }).strict();
