import type { KayseAccount } from '../account';

/**
 * Every name in the documents (docs.kayse.ai "Webhooks", support.kayse.ai "Webhooks & Enrichment"); other events are
 * mentioned without a name.
 */
export const callEvents = [
	'call_started',
	'call_ended',
	'call_analyzed',
	'transcript_updated',
	'transfer_started',
	'transfer_bridged',
	'transfer_cancelled',
	'transfer_ended',
] as const;

const names: readonly string[] = callEvents;

/** Whether an event is about a call. */
export const isCallEvent = (event: string): boolean => names.includes(event);

/** An event with its record. */
export interface WebhookEvent {
	event: string;
	/** ISO 8601 */
	at: string;
	/** Its record. */
	data: Record<string, unknown>;
}

/**
 * No document shows an event's record. For a call, it is here the call that was scheduled last, otherwise one of the
 * first campaign.
 */
export function sampleData({ state }: KayseAccount, event: string): Record<string, unknown> {
	if (!isCallEvent(event)) return { id: 8001, client_id: state.clients.list()[0]?.id ?? null };
	const call = state.calls.list().at(-1);
	return {
		call_id: call?.id ?? 3000,
		campaign_id: call?.campaign_id ?? state.campaigns.list()[0]?.id ?? null,
		case_id: call?.case_id ?? state.cases.list()[0]?.id ?? null,
		client_id: call?.client_id ?? state.clients.list()[0]?.id ?? null,
	};
}

/**
 * The body of a delivery, in one of the usual forms of services: no document shows Kayse's.
 * @param deliveredAt of this attempt, ISO 8601
 */
export function eventJson({ settings }: KayseAccount, { event, at, data }: WebhookEvent, deliveredAt: string): string {
	const timestamp = settings.webhookTime === 'delivery' ? deliveredAt : at;
	const bodies = {
		event: { event, timestamp, data },
		event_type: { event_type: event, timestamp, ...data },
		type: { type: event, payload: data, timestamp },
		nested: { timestamp, data: { event, ...data } },
		nameless: { timestamp, ...data },
	};
	return JSON.stringify(bodies[settings.webhookBody]);
}
