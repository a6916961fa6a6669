import { z } from 'zod';
import { settingsOf } from '../server/settings';
import { scopes } from './scopes';

/** How long a window of the rate limits lasts, in vendor seconds. */
export const rateWindowSeconds = 60;

/** Why an SMS is refused. */
export const smsRefusals = [
	'content_blocked',
	'number_opted_out',
	'number_on_dnc',
	'tcpa_violation',
	'sms_send_failed',
] as const;

const seconds = z.number().nonnegative();

export const {
	changeSchema: settingsChangeSchema,
	defaults: defaultSettings,
	change: changeSettings,
} = settingsOf({
	/** The scopes of the main key. */
	scopes: z.array(z.enum(scopes)).default(['*']),

	rateLimits: z.boolean().default(true),
	/** POST /calls per key and window. */
	callsPerWindow: z.number().int().positive().default(60),
	/** GET requests per key and window. */
	readsPerWindow: z.number().int().positive().default(300),
	/** No document mentions `Retry-After`, so a 429 has none by default. */
	retryAfterHeader: z.boolean().default(false),

	/** Vendor seconds from POST /calls to each status. */
	ringsAfterSeconds: seconds.default(2),
	answersAfterSeconds: seconds.default(6),
	endsAfterSeconds: seconds.default(30),
	/** Vendor seconds from the end of a call until summary, transcript and recording are there. */
	processingSeconds: seconds.default(0),
	/** Numbers that do not answer, each with the error of its calls. */
	failures: z.record(z.string()).default({ '+12025550199': 'no_answer' }),
	/** Numbers for which the voice provider cannot start a call: 500 `call_failed`, and nothing rings. */
	unstartable: z.array(z.string()).default(['+12025550198']),
	/** Documents name some (docs/vendors/kaicalls.md#c7); the API may have others, in any spelling. */
	inProgressStatus: z.string().min(1).default('in-progress'),
	completedStatus: z.string().min(1).default('completed'),

	/** Fault: vendor seconds from the end of a call until the API shows it; its reports are sent at once. */
	apiLagSeconds: seconds.default(0),
	/** Fault: vendor seconds from the end of a call during which the API does not find it: 404, and not in lists. */
	unknownSeconds: seconds.default(0),

	/** When a call's own `webhook_url` is called. `beforeReply`: the call ends within POST /calls. */
	callback: z.enum(['afterEnd', 'beforeReply', 'never']).default('afterEnd'),
	/** Vendor seconds from the end of the call to its callback. */
	callbackDelaySeconds: seconds.default(0),
	/** Fault: how often each callback is delivered, and how many vendor seconds apart. */
	callbackTimes: z.number().int().positive().default(1),
	callbackRepeatSeconds: seconds.default(1),
	/** Real seconds until a webhook attempt counts as failed. */
	webhookTimeoutSeconds: z.number().positive().default(5),

	/** Whether `after` repeats the rows of its own moment; no document says. */
	afterCursor: z.enum(['exclusive', 'inclusive']).default('exclusive'),
	/** The order of leads is not documented: by creation or by last change, the latest first. */
	leadsOrder: z.enum(['created', 'updated']).default('created'),
	usageOrder: z.enum(['newestFirst', 'oldestFirst']).default('newestFirst'),
	/** New records' `created_at` is rounded down to this many vendor seconds: 60 gives equal ones. */
	createdAtStepSeconds: z.number().positive().default(0.001),
	/** Empty: times name no zone. */
	utcSuffix: z.enum(['Z', '+00:00', '']).default('Z'),

	/** Numbers that get no SMS. */
	smsRefusals: z.record(z.enum(smsRefusals)).default({ '+12025550197': 'number_opted_out' }),

	/** The answer of the recording host; `largeWithoutLength` is chunked. */
	recordings: z.enum(['audio', 'large', 'largeWithoutLength', 'redirect', 'notFound']).default('audio'),
	/** Fault: with `expired`, the host refuses the link of a call with 403; `GET /recordings` returns another link. */
	callLinks: z.enum(['lasting', 'expired']).default('lasting'),
	largeRecordingBytes: z
		.number()
		.int()
		.positive()
		.default(64 * 1024 * 1024),
	/** The target of `redirect`; `null` = another path of the recording host. */
	recordingRedirect: z.string().url().nullable().default(null),
});

/** Limits and choices of the vendor, with their defaults. */
export type KaiCallsSettings = ReturnType<typeof defaultSettings>;
/** The settings that a test changes. */
export type KaiCallsSettingsChange = z.input<typeof settingsChangeSchema>;
