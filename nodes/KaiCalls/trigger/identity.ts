import type { IDataObject } from 'n8n-workflow';

import { canonicalJson } from '../../shared/values/json';
import { callIdIn, reportIn } from '../ending/callReport';
import { eventWord, isAmong } from './events';

/** Events that happen only once for a call. */
const ONCE_PER_CALL = ['call.started', 'call.completed', 'call.failed', 'call.ended'];

/**
 * Identity of an account event, the same in every delivery of it. It is the call for events that happen once for a
 * call, otherwise KaiCalls' ID of the event (docs/vendors/kaicalls.md#events), otherwise the whole body. The time of
 * the signature is in a header, so a second delivery has the same body.
 */
export function accountEventIdentity(event: string, body: IDataObject): string {
	const callId = callIdIn(reportIn(body));
	if (isAmong(ONCE_PER_CALL, event) && callId !== undefined) return JSON.stringify([eventWord(event), callId]);
	if (typeof body.event_id === 'string') return JSON.stringify([event, { id: body.event_id }]);
	return canonicalJson(body);
}
