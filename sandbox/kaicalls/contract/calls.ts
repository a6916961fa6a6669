import { z } from 'zod';
import { id, queryInteger } from '../../server/fields';
import { e164, pageFields, text, webUrl } from './common';

const defaultMaximumSeconds = 600;

export const createCall = z
	.object({
		agent_id: id,
		to: e164,
		name: text.optional(),
		customer_name: text.optional(),
		context: z.string().optional(),
		firstMessage: text.optional(),
		first_message: text.optional(),
		lead_id: id.optional(),
		webhook_url: webUrl.optional(),
		max_duration: z.number().int().positive().default(defaultMaximumSeconds),
	})
	.strict()
	.refine(({ name, customer_name }) => name === undefined || customer_name === undefined, {
		path: ['customer_name'],
		message: 'Is another spelling of name; send one of them',
	})
	.refine(({ firstMessage, first_message }) => firstMessage === undefined || first_message === undefined, {
		path: ['first_message'],
		message: 'Is another spelling of firstMessage; send one of them',
	});

export const callsQuery = z
	.object({ id: id.optional(), ...pageFields, agent_id: id.optional(), status: text.optional() })
	.strict();

export const transcriptsQuery = z
	.object({ ...pageFields, agent_id: id.optional(), days: queryInteger(1).optional() })
	.strict();

export const recordingQuery = z.object({ call_id: id }).strict();
