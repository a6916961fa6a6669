import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/values/json';
import { allEvents } from '../../shared/webhook/namedEvents';
import { stringOf } from '../../shared/values/text';

/**
 * The events in Kayse's newer pages (https://docs.kayse.ai/api/webhooks,
 * https://support.kayse.ai/integrations/webhooks). The pages mention events of messages, tasks, forms and documents,
 * too, but without names: users enter those.
 */
const DOCUMENTED_EVENTS = [
	{ name: 'Call Analyzed', value: 'call_analyzed', description: 'The analysis of a call is ready' },
	{ name: 'Call Ended', value: 'call_ended', description: 'A call has ended' },
	{ name: 'Call Started', value: 'call_started', description: 'A call has started' },
	{
		name: 'Transcript Updated',
		value: 'transcript_updated',
		description: 'A transcript has new words. Many events per call.',
	},
	{ name: 'Transfer Bridged', value: 'transfer_bridged', description: 'The caller is connected to a person' },
	{ name: 'Transfer Cancelled', value: 'transfer_cancelled', description: 'The transfer of a call was cancelled' },
	{ name: 'Transfer Ended', value: 'transfer_ended', description: 'The transferred call has ended' },
	{
		name: 'Transfer Started',
		value: 'transfer_started',
		description: 'The transfer of a call to a person has started',
	},
];

export const KNOWN_EVENTS = [
	{ ...allEvents, description: 'All events from Kayse, also events without a name' },
	...DOCUMENTED_EVENTS,
];

/** An event's name in Kayse's spelling: Message Received, messageReceived and message.received are one. */
export const spelled = (name: string): string =>
	name
		.trim()
		.replace(/([a-z\d])([A-Z])/g, '$1_$2')
		.toLowerCase()
		.replace(/[\s.:/_-]+/g, '_');

const isDocumented = (name: string): boolean => DOCUMENTED_EVENTS.some(({ value }) => value === name);

/** Whether it is a name of an event, unlike `webhook`, `event` or `inbound`. */
const hasTwoWords = (name: string): boolean => name.includes('_');

/** Members with an event's name at other services; Kayse documents none. */
const NAMED_IN = ['event', 'event_type', 'eventType', 'event_name', 'eventName', 'type', 'topic'];

/** All possible names of the event in a delivery. `type` may also be the envelope's name or the kind of a call. */
export function eventNamesIn(body: IDataObject): string[] {
	const holders = [body, body.event, body.data, body.payload].filter(isRecord);
	const named = [
		...holders.flatMap((holder) => NAMED_IN.map((member) => holder[member])),
		isRecord(body.event) ? body.event.name : undefined,
	];
	return named.filter((name) => typeof name === 'string' && name.trim() !== '').map((name) => spelled(stringOf(name)));
}

/** The event of a delivery, from any place in its body; undefined if it has no name. */
export function eventOf(body: IDataObject): string | undefined {
	const names = eventNamesIn(body);
	return names.find(isDocumented) ?? names.find(hasTwoWords) ?? names[0];
}

/** Whether an event is not in the list, so that it may be another spelling of one that is. */
export const isUnheardOf = (event: string | undefined): event is string => event !== undefined && !isDocumented(event);
