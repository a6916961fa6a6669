import { z } from 'zod';
import { settingsOf } from '../server/settings';

/** How long a window of the rate limits lasts, in vendor seconds. */
export const rateWindowSeconds = 60;

const limit = z.number().int().nonnegative().nullable();

export const {
	changeSchema: settingsChangeSchema,
	defaults: defaultSettings,
	change: changeSettings,
} = settingsOf({
	rateLimits: z.boolean().default(true),
	/** Overrides the Low tier's 15 requests per window. */
	writesPerWindow: z.number().int().positive().nullable().default(null),
	/** Send `X-RateLimit-Limit/Remaining/Reset` on each reply. */
	rateLimitHeaders: z.boolean().default(false),
	rateLimitResetUnit: z.enum(['epochSeconds', 'epochMilliseconds', 'deltaSeconds']).default('epochSeconds'),
	/** Credits left; `null` = unlimited. */
	credits: limit.default(null),
	subscriptionActive: z.boolean().default(true),
	agencyPlan: z.boolean().default(true),
	/** Plan limits; a create beyond one is refused with 403. `null` = unlimited. */
	maxAgents: limit.default(10),
	maxCampaigns: limit.default(200),
	maxProducts: limit.default(50),
	/** Refuse an add to a campaign whose import is still running. */
	busyWhileImporting: z.boolean().default(false),
	/** Vendor seconds. */
	importSecondsPerRow: z.number().nonnegative().default(0.02),
	/** The three documented replies of GET /campaigns. */
	campaignsReply: z.enum(['envelope', 'array', 'arrayIgnoresOffset']).default('envelope'),
	/** Real seconds until a webhook attempt counts as failed. */
	webhookTimeoutSeconds: z.number().positive().default(10),
});

/** Limits and choices of the vendor, with their defaults. */
export type KakiyoSettings = ReturnType<typeof defaultSettings>;
/** The settings that a test changes. */
export type KakiyoSettingsChange = z.input<typeof settingsChangeSchema>;
