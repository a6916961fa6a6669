import type { IDataObject } from 'n8n-workflow';

import { instantOf } from '../../shared/webhook/freshness';
import { hasEnded } from '../waiting/outcome';

/** What a callback says, and all that is taken from it: where to look. */
export interface Report {
	event: string;
	callId: string;
}

/** `completed` in seed 004, `ended` in the vendor's SDK (apis/kaicalls.md C7). */
const COMPLETED = new Set<unknown>(['completed', 'ended']);

/** An older call is history; reporting it again is no news. */
const LONGEST_AGO_MS = 24 * 60 * 60 * 1_000;

/** The event that the API's own status of a call stands for; undefined while the call goes on. */
function eventOfCall(call: IDataObject): string | undefined {
	if (!hasEnded(call)) return undefined;
	return COMPLETED.has(call.status) ? 'call.completed' : 'call.failed';
}

/** Events that the API has a status for. */
export const CONFIRMABLE: readonly string[] = ['call.completed', 'call.failed'];

/** Whether the call, as the API has it, bears the report out, and did so lately. */
export function confirms(call: IDataObject, { event, callId }: Report, now: number): boolean {
	const placedAt = instantOf(call.created_at);
	const isHistory = placedAt !== undefined && now - placedAt > LONGEST_AGO_MS;
	return call.id === callId && eventOfCall(call) === event && !isHistory;
}
