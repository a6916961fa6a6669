import type { IDataObject } from 'n8n-workflow';

import { canonicalJson, isRecord } from '../../shared/values/json';

/** What happens once to a call. */
const ONCE_PER_CALL = new Set(['call_started', 'call_ended', 'call_analyzed']);

/** What may happen again to the same call: without its time, the second would be taken for the first. */
const AGAIN_IN_A_CALL = /^(?:transcript|transfer)_/;

/** Members that speak of the delivery, and may be others when it is made again. */
const OF_DELIVERY = new Set(['attempt', 'attempts', 'delivered_at', 'delivery_id', 'retry_count', 'sent_at', 'webhook_id']);

const OUTER_TIMES = new Set(['created_at', 'time', 'timestamp']);

const isId = (value: unknown): value is string | number => (typeof value === 'string' && value !== '') || typeof value === 'number';

/** The ID of what an event is about: `call_id` of the call, `message_id` or `message.id` of a message, `id` of what is in `data`. */
function idOf(body: IDataObject, subject: string): string | number | undefined {
	const inner = [body.data, body.payload].filter(isRecord);
	const outer = [body, ...inner];
	const named = outer.flatMap((holder) => [holder[`${subject}_id`], holder[subject]]);
	const objects = [...named.filter(isRecord), ...inner];
	return [...named, ...objects.flatMap((object) => [object[`${subject}_id`], object.id])].find(isId);
}

/**
 * What tells an event from all others, however and whenever it is delivered. Kayse documents no body: the call for what happens to a
 * call once, else all that the body says but the delivery's own members, and but its outer time where it names what it is about: that
 * may be the time of the delivery. Two equal messages without an ID are told apart by the outer time alone.
 */
export function identityOf(body: IDataObject, event: string | undefined): string {
	const [subject = ''] = event?.split('_') ?? [];
	const id = idOf(body, subject);
	if (event !== undefined && ONCE_PER_CALL.has(event) && id !== undefined) return JSON.stringify([event, String(id)]);
	const isOuterTimeOfDelivery = id !== undefined && !AGAIN_IN_A_CALL.test(event ?? '');
	const told = Object.entries(body).filter(([name]) => !OF_DELIVERY.has(name) && !(isOuterTimeOfDelivery && OUTER_TIMES.has(name)));
	return canonicalJson([event, Object.fromEntries(told)]);
}
