import { z } from 'zod';
import { id, isoMoment, queryInteger } from '../../server/fields';
import { e164, pageFields, text } from './common';

export const leadsQuery = z
	.object({
		id: id.optional(),
		...pageFields,
		/** One value or several, joined by commas. */
		status: text.optional(),
		source: text.optional(),
		agent_id: id.optional(),
		phone: e164.optional(),
		email: z.string().email().optional(),
		created_after: isoMoment.optional(),
		created_before: isoMoment.optional(),
		updated_after: isoMoment.optional(),
		updated_before: isoMoment.optional(),
		score_gte: queryInteger(0).optional(),
		score_lte: queryInteger(0).optional(),
	})
	.strict();
export type LeadsQuery = z.output<typeof leadsQuery>;

const editable = {
	name: text.optional(),
	first_name: text.optional(),
	last_name: text.optional(),
	email: z.string().email().optional(),
	phone: e164.optional(),
	status: text.optional(),
	source: text.optional(),
	notes: z.string().optional(),
};

const place = { address: text.optional(), city: text.optional(), state: text.optional(), zip: text.optional() };

export const createLead = z
	.object({
		business_id: id,
		...editable,
		...place,
		agent_id: id.optional(),
		source_url: text.optional(),
		source_page: text.optional(),
		message: text.optional(),
		event_date: text.optional(),
		event_type: text.optional(),
		timezone: text.optional(),
	})
	.strict()
	.refine(({ name, phone, email }) => name ?? phone ?? email, 'At least one of name, phone and email is required');

const orEmpty = <T extends z.ZodTypeAny>(field: z.ZodOptional<T>) => z.literal('').or(field.unwrap()).optional();

/** The members are strings that may be empty; a lead keeps its name and status (docs/vendors/kaicalls.md#leads). */
export const updateLead = z
	.object({
		id,
		...editable,
		first_name: orEmpty(editable.first_name),
		last_name: orEmpty(editable.last_name),
		email: orEmpty(editable.email),
		phone: orEmpty(editable.phone),
		source: orEmpty(editable.source),
		address: orEmpty(place.address),
		city: orEmpty(place.city),
		state: orEmpty(place.state),
		zip: orEmpty(place.zip),
	})
	.strict();

export const leadAuditQuery = z
	.object({
		window_hours: queryInteger(1).default('24'),
		stalled_days: queryInteger(1).default('7'),
		hot_score: queryInteger(0).default('80'),
		as_of: isoMoment.optional(),
	})
	.strict();
