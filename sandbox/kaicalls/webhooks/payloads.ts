import type { KaiCallsAccount, NewEvent } from '../account';
import type { Call, Ending } from '../state';
import { listedCall } from '../views';

/** The documented body of a call's own webhook. */
export function callbackPayload(
	kaicalls: KaiCallsAccount,
	call: Call,
	{ at, error, duration, summary }: Ending,
): Record<string, unknown> {
	const timestamp = kaicalls.iso(at);
	if (error !== null) return { event: 'call.failed', call_id: call.id, status: 'failed', error, timestamp };
	const recording_url = kaicalls.recordings.urlOf(call);
	return {
		event: 'call.completed',
		call_id: call.id,
		status: 'completed',
		duration,
		recording_url,
		summary,
		timestamp,
	};
}

/** No document shows an account event: here it is the per-call body with more members. */
export function callEvent(kaicalls: KaiCallsAccount, call: Call, ending: Ending): NewEvent {
	const { agent_id, agent_name } = listedCall(kaicalls, call);
	const { business_id, direction, lead_id, to, name } = call;
	return {
		event_type: ending.error === null ? 'call.completed' : 'call.failed',
		object_type: 'call',
		object_id: call.id,
		business_id,
		payload: {
			...callbackPayload(kaicalls, call, ending),
			business_id,
			agent_id,
			agent_name,
			direction,
			lead_id,
			to,
			name,
			transcript: ending.transcript,
		},
	};
}
