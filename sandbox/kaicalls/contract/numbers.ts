import { z } from 'zod';
import { id } from '../../server/fields';
import { e164, limitQuery, text } from './common';

export const phoneNumbersQuery = z.object({ business_id: id.optional(), phone_number: e164.optional() }).strict();

export const availableQuery = z
	.object({
		country: text.default('US'),
		area_code: z
			.string()
			.regex(/^\d{3}$/)
			.optional(),
		capability: z.enum(['voice', 'sms']).optional(),
		limit: limitQuery(20, 100),
	})
	.strict();

export const assignNumber = z
	.object({ phone_number: e164, business_id: id.optional(), agent_id: id.optional() })
	.strict();

export const releaseQuery = z.object({ phone_number: e164, business_id: id.optional() }).strict();
