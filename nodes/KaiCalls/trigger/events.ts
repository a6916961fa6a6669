import type { IDataObject } from 'n8n-workflow';

/** Name of the event. Pages of the vendor differ in the name of its member (docs/vendors/kaicalls.md#account-webhooks). */
export function eventOf({ event, type, event_type }: IDataObject): string | undefined {
	const named = event ?? type ?? event_type;
	return typeof named === 'string' ? named : undefined;
}

/** The common form of an event's name: `call.completed`, `CALL.COMPLETED` and `call_completed` are one. */
export const eventWord = (event: string): string => event.toLowerCase().replace(/[\s._:/-]+/g, '');

/** Whether a list has an event, in any spelling. */
export const isAmong = (events: readonly string[], event: string): boolean =>
	events.some((each) => eventWord(each) === eventWord(event));

/** Whether the user selected this agent; an empty selection means all agents. */
export const isOfAgent = (agents: string[], agentId: unknown): boolean =>
	agents.length === 0 || (typeof agentId === 'string' && agents.includes(agentId));
