import { z } from 'zod';

const clockTime = z.string().regex(/^([01]?[0-9]|2[0-3]):[0-5][0-9]$/, 'Must be HH:MM');

/** The documents disagree whether a create has a body (none, or these members), so all of it is optional (docs/vendors/kakiyo.md#c6). */
export const createAgent = z
	.object({
		name: z.string().min(1).optional(),
		email: z.string().email().optional(),
		password: z.string().min(8).optional(),
		firstName: z.string().optional(),
		lastName: z.string().optional(),
		workingHours: z
			.object({
				start: clockTime.optional(),
				end: clockTime.optional(),
				timezone: z.string().optional(),
				days: z
					.array(z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']))
					.optional(),
			})
			.strict()
			.optional(),
		limits: z
			.object({
				dailyConnections: z.number().int().optional(),
				dailyMessages: z.number().int().optional(),
				dailyProfileViews: z.number().int().optional(),
			})
			.strict()
			.optional(),
	})
	.strict()
	.optional();

export const updateAgent = z
	.object({
		workingHours: z
			.object({
				days: z
					.string()
					.regex(/^[01](:[01]){6}$/, 'Must be seven flags joined by colons')
					.refine((days) => days.includes('1'), 'At least one day must be 1')
					.optional(),
				start: clockTime.optional(),
				stop: clockTime.optional(),
			})
			.strict()
			.optional(),
		limits: z
			.object({
				invitationsMin: z.number().int().min(1).max(100).optional(),
				invitationsMax: z.number().int().min(2).max(100).optional(),
				messagesMin: z.number().int().min(1).max(500).optional(),
				messagesMax: z.number().int().min(2).max(500).optional(),
			})
			.strict()
			.optional(),
		settings: z
			.array(z.object({ key: z.enum(['skipInNetwork', 'invitationsOnly']), value: z.boolean() }).strict())
			.optional(),
	})
	.strict()
	.refine((body) => Object.keys(body).length > 0, 'At least one section is required');

export const setupAgent = z
	.object({ login: z.string().email(), password: z.string().min(6), country: z.string().length(2) })
	.strict();
