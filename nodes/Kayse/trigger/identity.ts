import type { IDataObject } from 'n8n-workflow';

import { canonicalJson, isRecord } from '../../shared/values/json';
import { isPlaceholderId } from '../../shared/values/placeholderId';

/** What happens once to a call. */
const ONCE_PER_CALL = new Set(['call_started', 'call_ended', 'call_analyzed']);

/** What may happen again to the same call, or to the same record: without its time, the second would be taken for the first. */
const AGAIN = /^(?:transcript|transfer)_|_(?:updated|changed)$/;

/** Members that speak of the delivery, and may be others when it is made again. */
const OF_DELIVERY = new Set(['attempt', 'attempts', 'delivery_id', 'retry_count', 'webhook_id']);

/** Of the event or of the delivery: no document tells. */
const OUTER_TIMES = new Set(['created_at', 'delivered_at', 'sent_at', 'time', 'timestamp']);

const isId = (value: unknown): value is string | number =>
	(typeof value === 'string' || typeof value === 'number') && !isPlaceholderId(value);

/**
 * The ID of what an event is about, where a member says that it is one: `call_id`, `call.id`. A text under `call` may be its kind or its
 * words, and `data.id` the ID of the person, the conversation or the webhook.
 */
function idOf(body: IDataObject, subject: string): string | number | undefined {
	const members = [`${subject}_id`, `${subject}Id`];
	const holders = [body, body.data, body.payload].filter(isRecord);
	const subjects = holders.map((holder) => holder[subject]).filter(isRecord);
	const named = [...holders, ...subjects].flatMap((holder) => members.map((member) => holder[member]));
	return [...named, ...subjects.map(({ id }) => id)].find(isId);
}

/**
 * What tells an event from all others, however and whenever it is delivered. Kayse documents no body, so in doubt two deliveries are two
 * events: the call for what happens to a call once, else all that the body says but the delivery's own members. The outer time may be
 * that of the delivery: it is left out only where the body names the message, or what else it is about, by its ID.
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
