import type { IDataObject } from 'n8n-workflow';

import { eventOf } from './events';

/** The end of a call, as a callback that nobody signed tells it. */
export interface Report {
	event: string;
	callId: string;
	/** The whole callback. */
	body: IDataObject;
}

/** The events that a call's own callback may have (seed 004 "Webhooks"). */
export const REPORTS_OF_ENDS: readonly string[] = ['call.completed', 'call.failed'];

/** An ID as no document limits it, but nothing that only looks like one. */
const CALL_ID = /^[\w.:-]{1,128}$/;

export function reportOf(body: IDataObject): Report | undefined {
	const event = eventOf(body);
	const { call_id: callId } = body;
	if (event === undefined || typeof callId !== 'string' || !CALL_ID.test(callId)) return undefined;
	return { event, callId, body };
}
