import type { Route } from '../../server/vendor';
import type { Access } from '../access';
import { deliveriesQuery, type EventFilter, eventsQuery, replayEvents } from '../contract/events';
import type { KaiCalls } from '../kaicalls';
import { newestFirst } from '../paging';
import type { AccountEvent } from '../state';
import { dated } from '../views';
import { withBody, withQuery } from './builders';

/** The endpoints of account events. */
export function eventRoutes(kaicalls: KaiCalls): Route[] {
	/** `pending` until a delivery is over, or for good when no webhook wanted it. */
	function statusOf({ id }: AccountEvent): string {
		const last = [...kaicalls.state.deliveries.values()].findLast(({ event_id }) => event_id === id);
		return last?.status ?? 'pending';
	}

	function search(access: Access, filter: EventFilter): AccountEvent[] {
		const { business_id, event_id, event_type, object_type, object_id, status, from, to } = filter;
		return newestFirst(access.all(kaicalls.state.events, business_id)).filter(
			(event) =>
				(event_id === undefined || event.id === event_id) &&
				(event_type === undefined || event.event_type === event_type) &&
				(object_type === undefined || event.object_type === object_type) &&
				(object_id === undefined || event.object_id === object_id) &&
				(status === undefined || statusOf(event) === status) &&
				(from === undefined || event.created_at >= Date.parse(from)) &&
				(to === undefined || event.created_at <= Date.parse(to)),
		);
	}

	return [
		withQuery({
			method: 'GET',
			path: '/events',
			query: eventsQuery,
			handle: ({ query, headers }) => ({
				events: search(kaicalls.access(headers), query)
					.slice(0, query.limit)
					.map((event) => ({ ...dated(kaicalls, event), status: statusOf(event) })),
			}),
		}),
		withQuery({
			method: 'GET',
			path: '/event-deliveries',
			query: deliveriesQuery,
			handle({ query: { business_id, event_id, webhook_id, status, limit }, headers }) {
				const wanted = newestFirst(kaicalls.access(headers).all(kaicalls.state.deliveries, business_id)).filter(
					(delivery) =>
						(event_id === undefined || delivery.event_id === event_id) &&
						(webhook_id === undefined || delivery.webhook_id === webhook_id) &&
						(status === undefined || delivery.status === status),
				);
				return { deliveries: wanted.slice(0, limit).map((delivery) => dated(kaicalls, delivery)) };
			},
		}),
		withBody({
			method: 'POST',
			path: '/events/replay',
			body: replayEvents,
			handle({ body: { event_id, event_ids, filter, business_id }, headers }) {
				const access = kaicalls.access(headers);
				const named = event_ids ?? (event_id === undefined ? [] : [event_id]);
				const replayed = filter
					? search(access, { ...filter, business_id })
					: named.map((id) => access.find(kaicalls.state.events, id, 'event'));
				for (const event of replayed) {
					for (const webhook of kaicalls.events.subscribers(event)) void kaicalls.events.deliver(webhook, event);
				}
				return { success: true, event_ids: replayed.map(({ id }) => id) };
			},
		}),
	];
}
