import { z } from 'zod';
import { object, pageFields, text } from './common';

/** A whole definition. Only that workflows have steps, branches and schedules is printed, not how these look. */
export const workflowDefinition = z.object({ name: text, steps: z.array(object).optional() }).passthrough();

export const workflowsQuery = z.object({ ...pageFields, name: text.optional() }).strict();
