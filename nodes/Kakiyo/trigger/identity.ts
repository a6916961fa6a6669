import type { IDataObject } from 'n8n-workflow';

import { timestampToMs } from '../../shared/webhook/timestamp';
import { valueAt, canonicalJson } from '../../shared/values/json';

/** Times of the event, from the samples of `POST /webhooks/test-example`. Other times, such as `createdAt`, are not the event's. */
const TIMES_OF_EVENTS = new Set([
	'timestamp',
	'sentAt',
	'receivedAt',
	'acceptedAt',
	'completedAt',
	'statusChangedAt',
	'qualifiedAt',
]);

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Whether the event's data has its own time. */
const tellsTime = (value: unknown): boolean =>
	typeof value === 'object' &&
	value !== null &&
	Object.entries(value).some(
		([name, member]) => (TIMES_OF_EVENTS.has(name) && ISO_TIME.test(String(member))) || tellsTime(member),
	);

/**
 * Identity of an event, the same in every delivery. Kakiyo gives events no ID (docs/vendors/kakiyo.md#deliveries), and the outer
 * time may be the time of the delivery, so the time in `data` counts, for a message together with its chat. Without it, only the
 * outer time separates two equal messages of a person.
 */
export function eventIdentity({ event, teamId, timestamp, data }: IDataObject): string {
	const chat = valueAt(data, 'chatId');
	const time = timestampToMs(valueAt(data, 'timestamp'));
	if (typeof chat === 'string' && time !== undefined)
		return canonicalJson([event, teamId, chat, time, valueAt(data, 'message')]);
	return canonicalJson([event, teamId, data, tellsTime(data) ? null : timestamp]);
}
