import type { IDataObject } from 'n8n-workflow';

/** The event's name; other versions of the vendor's pages call its member differently (docs/vendors/kaicalls.md#account-webhooks). */
export function eventOf({ event, type, event_type }: IDataObject): string | undefined {
	const named = event ?? type ?? event_type;
	return typeof named === 'string' ? named : undefined;
}

/** A name of an event in any spelling: `call.completed`, `CALL.COMPLETED` and `call_completed` are one. */
export const eventWord = (event: string): string => event.toLowerCase().replace(/[\s._:/-]+/g, '');

export const isAmong = (events: readonly string[], event: string): boolean =>
	events.some((each) => eventWord(each) === eventWord(event));

/** Whether a run is wanted for this agent; without a choice it is wanted for all. */
export const isOfAgent = (agents: string[], agentId: unknown): boolean =>
	agents.length === 0 || (typeof agentId === 'string' && agents.includes(agentId));
