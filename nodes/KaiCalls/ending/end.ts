import type { IDataObject } from 'n8n-workflow';

import { lettersOf } from '../../shared/values/letters';
import { numberFrom } from '../../shared/values/text';
import { timestampToMs } from '../../shared/webhook/timestamp';
import { tellsEnd } from './outcome';
import { reasonsIn } from './reasons';

/**
 * Statuses of a call that goes on: those that the vendor's SDK waits through (docs/vendors/kaicalls.md#c7), and those that
 * its voice provider has besides (https://docs.vapi.ai/api-reference/calls/get).
 */
const ONGOING = new Set(['queued', 'ringing', 'inprogress', 'started', 'scheduled', 'forwarding']);

/** No document names one; voice providers do. */
const END_TIMES = ['ended_at', 'endedAt', 'end_time', 'completed_at'];

const hasEndTime = (call: IDataObject): boolean => END_TIMES.some((member) => Boolean(timestampToMs(call[member])));

/** Whether somebody was on the line, by the record. */
export const hasDuration = ({ duration }: IDataObject): boolean => numberFrom(duration) > 0;

/**
 * Whether the API says that a call is over. Documents name some statuses only (docs/vendors/kaicalls.md#c7): one that says nothing by
 * itself, such as `initiated` or `answered`, counts as an end when the record shows one: a duration, an end time, a reason.
 */
export function hasEnded(call: IDataObject): boolean {
	const status = typeof call.status === 'string' ? lettersOf(call.status) : '';
	if (hasEndTime(call)) return true;
	if (ONGOING.has(status)) return false;
	return tellsEnd(status) || hasDuration(call) || reasonsIn(call).some(tellsEnd);
}
