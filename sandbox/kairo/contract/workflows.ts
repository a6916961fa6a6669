import { z } from 'zod';
import { object, pageFields, text } from './common';

/** A whole definition. The page mentions steps, branches and schedules without their form. */
export const workflowDefinition = z.object({ name: text, steps: z.array(object).optional() }).passthrough();

export const workflowsQuery = z.object({ ...pageFields, name: text.optional() }).strict();
