import type { IDataObject } from 'n8n-workflow';

import { timestampToMs } from '../../shared/webhook/timestamp';
import { valueAt, canonicalJson } from '../../shared/values/json';

/** When something happened, by the samples of `POST /webhooks/test-example`; other times, such as `createdAt`, are of other things. */
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

/** Whether what happened has a time of its own. */
const tellsTime = (value: unknown): boolean =>
	typeof value === 'object' &&
	value !== null &&
	Object.entries(value).some(
		([name, member]) => (TIMES_OF_EVENTS.has(name) && ISO_TIME.test(String(member))) || tellsTime(member),
	);

/**
 * What tells an event from all others, however and whenever it is delivered. Kakiyo gives events no ID (docs/vendors/kakiyo.md#deliveries), and the
 * outer time may be that of the delivery: the time in `data` holds, of a message with its chat. Where there is none, two equal
 * messages of a person are told apart by the outer time alone.
 */
export function eventIdentity({ event, teamId, timestamp, data }: IDataObject): string {
	const chat = valueAt(data, 'chatId');
	const time = timestampToMs(valueAt(data, 'timestamp'));
	if (typeof chat === 'string' && time !== undefined)
		return canonicalJson([event, teamId, chat, time, valueAt(data, 'message')]);
	return canonicalJson([event, teamId, data, tellsTime(data) ? null : timestamp]);
}
