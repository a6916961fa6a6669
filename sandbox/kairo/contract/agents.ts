import { z } from 'zod';
import { object, pageFields, text } from './common';

/** The page mentions tools without their form: here an object with a name, or only the name. */
const tool = z.union([text.transform((name) => ({ name })), z.object({ name: text }).passthrough()]);

/**
 * Body of the one documented request (docs/vendors/kairo.md#agents); other members are not documented, so they are
 * accepted unchecked.
 */
export const createAgent = z
	.object({
		name: text,
		model: text.default('auto'),
		context: z.array(text).default([]),
		tools: z.array(tool).default([]),
	})
	.passthrough();

export const updateAgent = z
	.object({
		name: text.optional(),
		model: text.optional(),
		context: z.array(text).optional(),
		tools: z.array(tool).optional(),
	})
	.passthrough();

export const agentsQuery = z.object({ ...pageFields, status: text.optional(), name: text.optional() }).strict();

/** ID or key. */
export const attachContext = z.object({ source: text }).strict();

export const addTool = z
	.object({ name: text, description: z.string().optional(), schema: object.optional() })
	.passthrough();

export type NewTool = z.output<typeof tool>;
