import { z } from 'zod';
import { id } from '../../server/fields';

export const createProduct = z.object({ name: z.string().min(3), description: z.string().min(10) }).strict();

export const createPrompt = z
	.object({ name: z.string().min(3), model: id, type: z.enum(['Messages', 'Comment']) })
	.strict();

export const updateMessagesPrompt = z
	.object({
		context: z.string(),
		firstMessage: z.string(),
		followUps: z.array(z.object({ prompt: z.string().min(1), delay: z.number().int().min(1).max(30) }).strict()).max(3),
		followUpEnabled: z.boolean(),
	})
	.partial()
	.strict();

export const updateCommentPrompt = z.object({ comment: z.string() }).partial().strict();
