import { z } from 'zod';
import { id } from '../../server/fields';
import { e164, limitQuery, pageFields, text } from './common';

export const sendSms = z.object({ to: e164, from_agent_id: id, message: text, lead_id: id.optional() }).strict();

export const conversationsQuery = z.object({ id: id.optional(), limit: limitQuery(50, 100) }).strict();

export const messagesQuery = z
	.object({ ...pageFields, conversation_id: id.optional(), direction: z.enum(['inbound', 'outbound']).optional() })
	.strict();

export const updateSmsPrompt = z.object({ agent_id: id, sms_prompt: text, reason: text.optional() }).strict();
