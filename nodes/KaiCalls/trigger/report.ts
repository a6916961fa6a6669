import type { IDataObject } from 'n8n-workflow';

import { callIdIn, reportIn } from '../ending/callReport';
import { eventOf, isAmong } from './events';

/** The end of a call, as a callback that nobody signed tells it. */
export interface Report {
	event: string;
	callId: string;
	/** All that it says. */
	body: IDataObject;
}

/** The events that a call's own callback may have (docs/vendors/kaicalls.md#call-reports), and the name of both in later pages (docs/vendors/kaicalls.md#c4). */
const REPORTS_OF_ENDS = ['call.completed', 'call.failed', 'call.ended'];

export const isOfEnd = ({ event }: Report): boolean => isAmong(REPORTS_OF_ENDS, event);

/** @returns undefined when the body names no event, or no call */
export function reportOf(body: IDataObject): Report | undefined {
	const said = reportIn(body);
	const event = eventOf(said);
	const callId = callIdIn(said);
	return event === undefined || callId === undefined ? undefined : { event, callId, body: said };
}
