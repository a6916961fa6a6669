import { z } from 'zod';
import { settingsOf } from '../server/settings';
import { fieldTypes } from './contract/fields';

/** How long a window of the rate limits lasts, in vendor seconds. */
export const rateWindowSeconds = 3600;

const extraField = z
	.object({
		name: z.string().min(1),
		type: z.enum(fieldTypes),
		required: z.boolean().default(false),
		description: z.string().default(''),
	})
	.strict();

const extraFields = z.array(extraField).default([]);

export const {
	changeSchema: settingsChangeSchema,
	defaults: defaultSettings,
	change: changeSettings,
} = settingsOf({
	/** `reference`: calls have a host of their own. `newer`: that host serves every endpoint and takes either key header (docs/vendors/kayse.md#c1). */
	hosts: z.enum(['reference', 'newer']).default('reference'),

	rateLimits: z.boolean().default(true),
	/** The limit of all endpoints together, per hour of vendor time. */
	requestsPerWindow: z.number().int().positive().default(500),
	/**
	 * The value of `X-RateLimit-Reset`: "the time remaining … in UTC epoch seconds" can be read both ways. `none`
	 * leaves it out.
	 */
	resetUnit: z.enum(['epochSeconds', 'epochMilliseconds', 'secondsLeft', 'none']).default('epochSeconds'),

	/** Whether a GET by id shows links and voice opt-out; the API reference's examples do not. */
	getShowsLinks: z.boolean().default(false),
	/** Whether GET /cases/{id} shows `call_opted_out`, `sms_opted_out` and `email_opted_out` (docs.kayse.ai). */
	getShowsOptOuts: z.boolean().default(false),
	/** Whether clients and cases show `origin` and `update_origin` (docs.kayse.ai). */
	showsOrigin: z.boolean().default(false),

	/** The effect of a full replacement without `case_ids`/`client_ids` on the links; no document says. */
	omittedLinks: z.enum(['kept', 'cleared']).default('kept'),
	/**
	 * The effect of a full replacement without the opt-out; the table of PUT lacks it, and omitted members become null.
	 */
	omittedOptOuts: z.enum(['kept', 'cleared']).default('kept'),
	/** Clients who want no texts or e-mails; only voice calls can be opted out of through the API. */
	optedOutOf: z
		.object({ sms: z.array(z.number()), email: z.array(z.number()) })
		.strict()
		.partial()
		.default({}),
	/** "A static list defined in-app", which is not published. */
	caseExternalSources: z.array(z.string()).default(['other', 'manual', 'import', 'crm', 'csv', 'website', 'n8n']),

	/** Whether the refusal of a bulk body says which row is wrong. */
	bulkErrors: z.enum(['namesRow', 'anonymous']).default('namesRow'),
	/** The effect of an update in a bulk body on omitted members. */
	bulkUpdate: z.enum(['replace', 'merge']).default('replace'),
	/** `reduced`: only the id and the members that were sent, as in the API reference's examples. */
	bulkResponse: z.enum(['full', 'reduced']).default('reduced'),
	maxBulk: z.number().int().positive().default(1000),
	unknownInBulkDelete: z.enum(['leftOut', 'refused']).default('leftOut'),

	/** The reply of GET /case_lists: rows in `data` or `lists`, or without an envelope. */
	listShape: z.enum(['data', 'bare', 'lists']).default('data'),
	/** Which cases a filter without any condition finds; no document says. */
	emptyFilter: z.enum(['everyCase', 'noCase']).default('everyCase'),

	/** The member that names a campaign; Kayse's example has none, although POST /calls needs it (docs/vendors/kayse.md#c10). */
	campaignIds: z.enum(['id', 'campaign_id', 'none']).default('id'),

	/** Where the body of a webhook delivery names its event; no document shows one. */
	webhookBody: z.enum(['event', 'event_type', 'type', 'nested', 'nameless']).default('event'),
	/** Which time the body has outside of its record: the delivery's time changes when an event is delivered again. */
	webhookTime: z.enum(['event', 'delivery']).default('event'),
	/** Real seconds until a delivery counts as failed. */
	webhookTimeoutSeconds: z.number().positive().default(10),

	/** Fields that Kayse adds later. */
	extraFields: z.object({ clients: extraFields, cases: extraFields, case_lists: extraFields }).strict().default({}),
});

/** Limits and choices of the vendor, with their defaults. */
export type KayseSettings = ReturnType<typeof defaultSettings>;
/** The settings that a test changes. */
export type KayseSettingsChange = z.input<typeof settingsChangeSchema>;
