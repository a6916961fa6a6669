import { z } from 'zod';
import { standings } from './contract/endpoints';
import { settingsOf } from '../server/settings';

/** How long a window of the rate limits lasts, in vendor seconds. */
export const rateWindowSeconds = 60;

const seconds = z.number().nonnegative();

const text = z.string().min(1);

export const {
	changeSchema: settingsChangeSchema,
	defaults: defaultSettings,
	change: changeSettings,
} = settingsOf({
	/** Which endpoints of the table exist: with `['documented']`, KAIRO has only the endpoints of its page. */
	served: z.array(z.enum(standings)).default([...standings]),
	/** The answer of a missing endpoint to a method that its category lists. */
	unservedStatus: z.union([z.literal(404), z.literal(405)]).default(404),

	/** The place of a list's rows. `category`: in a member with the name of the rows, e.g. `agents`. */
	listShape: z.enum(['bare', 'data', 'items', 'results', 'category']).default('data'),
	/** Adds `has_more` and `next_cursor` to every list that is not bare. */
	more: z.boolean().default(false),
	/** Rows of a list without `limit`. */
	pageSize: z.number().int().positive().default(100),

	/** Which member of a refusal has its text. */
	errorShape: z.enum(['nested', 'text', 'message', 'detail', 'title', 'empty']).default('nested'),
	/** PATCH, PUT and the refresh of a source answer 204. */
	emptyBodies: z.boolean().default(false),
	/** The answer to DELETE: 204, or 200 with `{ deleted: true }`. */
	deleteAnswer: z.enum(['empty', 'deleted']).default('empty'),

	/** Vendor seconds from the start of a run until it shows `running`; never longer than the run. */
	queuedSeconds: seconds.default(1),
	/** Vendor seconds from the start of a run to its end. */
	runSeconds: seconds.default(5),
	/** Makes every run fail; otherwise only one with the input `{ "fail": true }` does. */
	runsFail: z.boolean().default(false),
	completedStatus: z.enum(['completed', 'succeeded', 'done']).default('completed'),
	failedStatus: z.enum(['failed', 'error', 'errored']).default('failed'),
	/** Runs that may be unfinished at the same time; 5 is the Free plan's (docs/vendors/kairo.md#limits). */
	concurrentRuns: z.number().int().positive().default(5),

	rateLimits: z.boolean().default(true),
	/** 100 is the Free plan's (docs/vendors/kairo.md#limits). */
	requestsPerWindow: z.number().int().positive().default(100),
	resetUnit: z.enum(['epochSeconds', 'epochMilliseconds', 'secondsLeft']).default('epochSeconds'),
	/** No document mentions `Retry-After`, so a 429 has none by default. */
	retryAfterHeader: z.boolean().default(false),

	/** How the unpublished GET /agents/templates pages: names of its parameters, number of the first page, shape of the body. */
	templates: z
		.object({
			limit: text.default('limit'),
			cursor: text.default('cursor'),
			page: text.default('page'),
			offset: text.default('offset'),
			firstPage: z.union([z.literal(0), z.literal(1)]).default(1),
			/** `nested`: rows in `result.templates`, next cursor in `meta.next_cursor`. */
			body: z.enum(['bare', 'data', 'nested']).default('data'),
			/** Every page is the first one, like from a server that ignores the parameter. */
			stuck: z.boolean().default(false),
		})
		.strict()
		.default({}),
});

/** Limits and choices of the vendor, with their defaults. */
export type KairoSettings = ReturnType<typeof defaultSettings>;
/** The settings that a test changes. */
export type KairoSettingsChange = z.input<typeof settingsChangeSchema>;
