import { z } from 'zod';
import { object, pageFields, text } from './common';

export const createSource = z
	.object({ key: text.optional(), name: text.optional(), type: text.default('custom'), config: object.default({}) })
	.passthrough()
	.refine(({ key, name }) => key !== undefined || name !== undefined, {
		path: ['name'],
		message: 'A name or a key is required',
	});

export const updateSource = z
	.object({ key: text.optional(), name: text.optional(), type: text.optional(), config: object.optional() })
	.passthrough();

export const sourcesQuery = z.object({ ...pageFields, type: text.optional() }).strict();

export const ingestDocument = z
	.object({ title: text, content: text.optional(), url: z.string().url().optional(), metadata: object.default({}) })
	.strict()
	.refine(({ content, url }) => content !== undefined || url !== undefined, {
		path: ['content'],
		message: 'Content or a URL is required',
	});

export const queryContext = z
	.object({
		query: text,
		/** IDs or keys; all sources when left out. */
		sources: z.array(text).optional(),
		top_k: z.number().int().positive().max(100).default(5),
	})
	.strict();
