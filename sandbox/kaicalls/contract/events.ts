import { z } from 'zod';
import { id, isoMoment } from '../../server/fields';
import { limitQuery, text } from './common';

const filter = {
	event_type: text.optional(),
	object_type: text.optional(),
	object_id: id.optional(),
	status: text.optional(),
};

export const eventsQuery = z
	.object({
		business_id: id.optional(),
		event_id: id.optional(),
		...filter,
		from: isoMoment.optional(),
		to: isoMoment.optional(),
		limit: limitQuery(50, 100),
	})
	.strict();
export type EventFilter = Partial<z.output<typeof eventsQuery>>;

export const deliveriesQuery = z
	.object({
		business_id: id.optional(),
		event_id: id.optional(),
		webhook_id: id.optional(),
		status: z.enum(['succeeded', 'failed']).optional(),
		limit: limitQuery(50, 100),
	})
	.strict();

export const replayEvents = z
	.object({
		event_id: id.optional(),
		event_ids: z.array(id).min(1).optional(),
		filter: z
			.object({ event_type: filter.event_type, object_id: filter.object_id, status: filter.status })
			.strict()
			.optional(),
		business_id: id.optional(),
	})
	.strict()
	.refine(
		({ event_id, event_ids, filter: events }) =>
			[event_id, event_ids, events].filter((member) => member !== undefined).length === 1,
		'Exactly one of event_id, event_ids and filter is required',
	);
