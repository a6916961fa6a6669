import { z } from 'zod';
import { id } from '../../server/fields';
import { text } from './common';

export const workspacesQuery = z.object({ id: id.optional() }).strict();

export const createWorkspace = z
	.object({ name: text, metadata: z.record(z.unknown()).default({}), external_ref: text.optional() })
	.strict();

export const updateWorkspace = z
	.object({
		id,
		name: text.optional(),
		metadata: z.record(z.unknown()).optional(),
		action: z.enum(['pause', 'resume', 'cancel', 'teardown']).optional(),
	})
	.strict();
