import type { IDataObject } from 'n8n-workflow';

import { beginningOf } from '../../shared/values/beginning';
import { isFilled } from '../../shared/values/filled';
import { isRecord } from '../../shared/values/json';
import { reasonsIn } from './reasons';

/** A talk's summary, and no book. */
const LONGEST_TEXT = 20_000;

const textIn = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? beginningOf(value, LONGEST_TEXT) : undefined;

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const addressIn = (value: unknown): string | undefined => {
	const text = textIn(value);
	return text !== undefined && isWebAddress(text) ? text : undefined;
};

const secondsIn = (value: unknown): number | undefined => (typeof value === 'number' && value >= 0 ? value : undefined);

/** An ID as no document limits it, but nothing that only looks like one. */
const CALL_ID = /^[\w.:-]{1,128}$/;

/** What a report says, whether KaiCalls puts it into `data` or not. */
export const reportIn = (body: IDataObject): IDataObject =>
	isRecord(body.data) ? { ...(body.data as IDataObject), ...body } : body;

/** The call that a report is about; undefined when it names none. */
export function callIdIn({ call_id, callId }: IDataObject): string | undefined {
	const named = call_id ?? callId;
	const id = typeof named === 'string' || typeof named === 'number' ? String(named).trim() : '';
	return CALL_ID.test(id) ? id : undefined;
}

/** What a report tells of a call besides its end (docs/vendors/kaicalls.md#call-reports). */
const MEMBERS = { summary: textIn, recording_url: addressIn, duration: secondsIn };

/** What a report says of a call, as far as the API's record does not. */
export function reportedIn(report: IDataObject, call: IDataObject): IDataObject {
	const fills = Object.entries(MEMBERS).flatMap(([member, read]) => {
		const said = isFilled(call[member]) ? undefined : read(report[member]);
		return said === undefined ? [] : [[member, said] as const];
	});
	const reason = reasonsIn(call).length > 0 ? undefined : reasonsIn(report)[0];
	return { ...Object.fromEntries(fills), ...(reason !== undefined && { reason }) };
}
