import type { IDataObject } from 'n8n-workflow';

import { canonicalJson, isRecord } from '../../shared/values/json';
import { isPlaceholderId } from '../../shared/values/placeholderId';

/** Events that happen only once for a call. */
const ONCE_PER_CALL = new Set(['call_started', 'call_ended', 'call_analyzed']);

/** Events that may happen several times for a call or a record. Without their time, the second would look like a repeat of the first. */
const AGAIN = /^(?:transcript|transfer)_|_(?:updated|changed)$/;

/** Members about the delivery; they may differ in a second delivery. */
const OF_DELIVERY = new Set(['attempt', 'attempts', 'delivery_id', 'retry_count', 'webhook_id']);

/** Times of the event or of the delivery: no document says which. */
const OUTER_TIMES = new Set(['created_at', 'delivered_at', 'sent_at', 'time', 'timestamp']);

const isId = (value: unknown): value is string | number =>
	(typeof value === 'string' || typeof value === 'number') && !isPlaceholderId(value);

/**
 * The ID of the call, message or other subject of an event, from `call_id` or `call.id`. A text in `call` may be its
 * kind or its words, and `data.id` may be the ID of the person, the conversation or the webhook.
 */
function idOf(body: IDataObject, subject: string): string | number | undefined {
	const members = [`${subject}_id`, `${subject}Id`];
	const holders = [body, body.data, body.payload].filter(isRecord);
	const subjects = holders.map((holder) => holder[subject]).filter(isRecord);
	const named = [...holders, ...subjects].flatMap((holder) => members.map((member) => holder[member]));
	return [...named, ...subjects.map(({ id }) => id)].find(isId);
}

/**
 * Identity of an event, the same in every delivery of it. It is the call for events that happen once for a call,
 * otherwise the body without the members about the delivery. Kayse documents no body, so in doubt two deliveries are
 * two events. The outer time may be the delivery's: it is left out only if the body has the ID of the event's subject.
 */
export function identityOf(body: IDataObject, event = ''): string {
	const [subject = ''] = event.split('_');
	const id = idOf(body, subject);
	if (ONCE_PER_CALL.has(event) && id !== undefined) return JSON.stringify([event, String(id)]);
	const isOuterTimeOfDelivery = id !== undefined && !AGAIN.test(event);
	const told = Object.entries(body).filter(
		([name]) => !OF_DELIVERY.has(name) && !(isOuterTimeOfDelivery && OUTER_TIMES.has(name)),
	);
	return canonicalJson([event, Object.fromEntries(told)]);
}
