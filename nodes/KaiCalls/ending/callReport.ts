import type { IDataObject } from 'n8n-workflow';

import { beginningOf } from '../../shared/values/beginning';
import { isFilled } from '../../shared/values/filled';
import { isRecord } from '../../shared/values/json';
import { reasonsIn } from './reasons';

/** Longest text that is taken from a report, in characters: long enough for a summary. */
const LONGEST_TEXT = 20_000;

const textIn = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? beginningOf(value, LONGEST_TEXT) : undefined;

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const addressIn = (value: unknown): string | undefined => {
	const text = textIn(value);
	return text !== undefined && isWebAddress(text) ? text : undefined;
};

const secondsIn = (value: unknown): number | undefined => (typeof value === 'number' && value >= 0 ? value : undefined);

/** KaiCalls documents no form of call IDs, so this allows all usual ones. */
const CALL_ID = /^[\w.:-]{1,128}$/;

/** The content of a report; KaiCalls may wrap it in `data`. */
export const reportIn = (body: IDataObject): IDataObject =>
	isRecord(body.data) ? { ...(body.data as IDataObject), ...body } : body;

/** ID of the call in a report; undefined if it has none. */
export function callIdIn({ call_id, callId }: IDataObject): string | undefined {
	const named = call_id ?? callId;
	const id = typeof named === 'string' || typeof named === 'number' ? String(named).trim() : '';
	return CALL_ID.test(id) ? id : undefined;
}

/** Members of a report that describe its call, besides the end (docs/vendors/kaicalls.md#call-reports). */
const MEMBERS = { summary: textIn, recording_url: addressIn, duration: secondsIn };

/** Members of a report that are empty in the API's record of the call. */
export function reportedIn(report: IDataObject, call: IDataObject): IDataObject {
	const fills = Object.entries(MEMBERS).flatMap(([member, read]) => {
		const said = isFilled(call[member]) ? undefined : read(report[member]);
		return said === undefined ? [] : [[member, said] as const];
	});
	const reason = reasonsIn(call).length > 0 ? undefined : reasonsIn(report)[0];
	return { ...Object.fromEntries(fills), ...(reason !== undefined && { reason }) };
}
