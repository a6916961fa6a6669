import { z } from 'zod';
import { id, queryInteger } from '../../server/fields';
import { e164, limitQuery, text } from './common';

const voice = z.object({ provider: text, voiceId: text }).strict();
const model = z.object({ provider: text, model: text, temperature: z.number().optional() }).strict();
const metadata = z.record(z.unknown());

export const agentsQuery = z.object({ id: id.optional() }).strict();

export const versionsQuery = z
	.object({ agent_id: id, version: queryInteger(1).optional(), limit: limitQuery(50, 100) })
	.strict();

export const createAgent = z
	.object({
		business_id: id,
		name: text,
		system_prompt: text,
		first_message: text.optional(),
		voice: voice.optional(),
		model: model.optional(),
		metadata: metadata.optional(),
	})
	.strict();

export const updateAgent = z
	.object({
		id,
		name: text.optional(),
		inbound_prompt: z.string().optional(),
		outbound_prompt: z.string().optional(),
		sms_prompt: z.string().optional(),
		first_message: z.string().optional(),
		outbound_first_message: z.string().optional(),
		outbound_llm: z.unknown().optional(),
		sms_llm: z.unknown().optional(),
		voice: voice.optional(),
		model: model.optional(),
		metadata: metadata.optional(),
		max_duration: z.number().int().positive().optional(),
		vapi_config: z.record(z.unknown()).optional(),
		transfer_enabled: z.boolean().optional(),
		transfer_phone_number: e164.optional(),
	})
	.strict();
