import { z } from 'zod';
import { bool, count, keyQuery, object, recordId, string, text } from './types';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const moment = string.datetime({ offset: true, message: 'must be an RFC 3339 time' });

const delay = z.object({ minutes: count.default(0), hours: count.default(0), days: count.default(0) }).strict();

/** Members of the newer documents; only types are checked (docs/vendors/kayse.md#c11). */
const newer = {
	never_ending: bool.optional(),
	concurrency_limit: count.optional(),
	self_healing_disabled: bool.optional(),
	form_id: recordId.optional(),
	use_company_hours: bool.optional(),
	business_hours: z.array(object).optional(),
	runs: z.array(object).min(1, 'must not be empty').optional(),
	report_schedule: object.optional(),
};

/** The types are those of Kayse's example, which its table contradicts (docs/vendors/kayse.md#c12). */
export const createCampaign = z
	.object({
		name: text,
		agent_id: text,
		case_list_id: recordId,
		start_time: moment.nullable().default(null),
		end_time: moment.nullable().default(null),
		callback_delays: z.array(delay).default([]),
		days: z.array(z.enum(weekdays)).default([]),
		send_sms_before_call_delay_minutes: count.nullable().default(null),
		send_sms_before_call: bool.optional(),
		sms_before_call_text: string.optional(),
		send_sms_after_successful_call: bool.nullable().default(null),
		sms_after_successful_call_text: string.nullable().default(null),
		send_sms_after_failed_call: bool.nullable().default(null),
		sms_after_failed_call_text: string.nullable().default(null),
		is_obo: bool.nullable().default(null),
		calls_scheduled_externally: bool.nullable().default(null),
		...newer,
	})
	.strict()
	.superRefine(({ runs, send_sms_before_call, sms_before_call_text }, context) => {
		// The newer body, with runs, has no SMS settings at the top.
		if (runs) return;
		const needed = Object.entries({ send_sms_before_call, sms_before_call_text });
		for (const [name, value] of needed) {
			if (value === undefined) context.addIssue({ code: 'custom', path: [name], message: 'is required' });
		}
	});

export const campaignsQuery = z.object(keyQuery).strict();
