import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

/** The two events that are documented (docs/vendors/kaicalls.md#call-reports). */
export const DOCUMENTED_EVENTS: INodePropertyOptions[] = [
	{ name: 'Call Completed', value: 'call.completed', action: 'On call completed' },
	{ name: 'Call Failed', value: 'call.failed', action: 'On call failed' },
];

/** What webhooks of an account report besides, by KaiCalls' own site (docs/vendors/kaicalls.md#account-webhooks); its reference has no list. */
export const ACCOUNT_EVENTS: INodePropertyOptions[] = [
	...DOCUMENTED_EVENTS,
	{ name: 'Call Ended', value: 'call.ended', action: 'On call ended', description: 'Inbound calls, too' },
	{ name: 'Lead Captured', value: 'lead.captured', action: 'On lead captured', description: 'Somebody left a name or a number' },
];

/** What `POST /webhooks/test` delivers, to any webhook (docs/vendors/kaicalls.md#account-webhooks). */
export const TEST_EVENT = 'webhook.test';

/** The event's name; other versions of the vendor's pages call its member differently (docs/vendors/kaicalls.md#account-webhooks). */
export function eventOf({ event, type, event_type }: IDataObject): string | undefined {
	const named = event ?? type ?? event_type;
	return typeof named === 'string' ? named : undefined;
}

/** A name of an event in any spelling: `call.completed`, `CALL.COMPLETED` and `call_completed` are one. */
export const eventWord = (event: string): string => event.toLowerCase().replace(/[\s._:/-]+/g, '');

export const isAmong = (events: readonly string[], event: string): boolean => events.some((each) => eventWord(each) === eventWord(event));

/** Whether a run is wanted for this agent; without a choice it is wanted for all. */
export const isOfAgent = (agents: string[], agentId: unknown): boolean =>
	agents.length === 0 || (typeof agentId === 'string' && agents.includes(agentId));
