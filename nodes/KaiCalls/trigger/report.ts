import type { IDataObject } from 'n8n-workflow';

import { callIdIn, reportIn } from '../ending/callReport';
import { eventOf, isAmong } from './events';

/** An unsigned report of the end of a call. */
export interface Report {
	event: string;
	callId: string;
	/** The whole report. */
	body: IDataObject;
}

/**
 * Events of a call's own callback (docs/vendors/kaicalls.md#call-reports), and the one name for both on later pages
 * (docs/vendors/kaicalls.md#c4).
 */
const REPORTS_OF_ENDS = ['call.completed', 'call.failed', 'call.ended'];

/** Whether a report says that a call has ended. */
export const isOfEnd = ({ event }: Report): boolean => isAmong(REPORTS_OF_ENDS, event);

/** @returns undefined if the body has no event or no call ID */
export function reportOf(body: IDataObject): Report | undefined {
	const said = reportIn(body);
	const event = eventOf(said);
	const callId = callIdIn(said);
	return event === undefined || callId === undefined ? undefined : { event, callId, body: said };
}
