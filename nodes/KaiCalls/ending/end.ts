import type { IDataObject } from 'n8n-workflow';

import { lettersOf } from '../../shared/values/letters';
import { numberFrom } from '../../shared/values/text';
import { timestampToMs } from '../../shared/webhook/timestamp';
import { tellsEnd } from './outcome';
import { reasonsIn } from './reasons';

/**
 * Statuses of a call that has not ended: those for which the vendor's SDK keeps waiting (docs/vendors/kaicalls.md#c7),
 * and others of its voice provider (https://docs.vapi.ai/api-reference/calls/get).
 */
const ONGOING = new Set(['queued', 'ringing', 'inprogress', 'started', 'scheduled', 'forwarding']);

/** KaiCalls documents no name of the end time; voice providers use these. */
const END_TIMES = ['ended_at', 'endedAt', 'end_time', 'completed_at'];

const hasEndTime = (call: IDataObject): boolean => END_TIMES.some((member) => Boolean(timestampToMs(call[member])));

/** Whether the record shows that the call was answered. */
export const hasDuration = ({ duration }: IDataObject): boolean => numberFrom(duration) > 0;

/**
 * Whether the API says that a call has ended. Only some statuses are documented (docs/vendors/kaicalls.md#c7). Any
 * other status, such as `initiated` or `answered`, counts as ended if the record has a duration, an end time or a
 * reason.
 */
export function hasEnded(call: IDataObject): boolean {
	const status = typeof call.status === 'string' ? lettersOf(call.status) : '';
	if (hasEndTime(call)) return true;
	if (ONGOING.has(status)) return false;
	return tellsEnd(status) || hasDuration(call) || reasonsIn(call).some(tellsEnd);
}
