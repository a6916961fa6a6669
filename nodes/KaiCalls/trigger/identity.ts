import type { IDataObject } from 'n8n-workflow';

import { canonicalJson } from '../../shared/values/json';
import { callIdIn, reportIn } from '../ending/callReport';
import { eventWord, isAmong } from './events';

/** What happens once to a call. */
const ONCE_PER_CALL = ['call.started', 'call.completed', 'call.failed', 'call.ended'];

/**
 * What tells an event of the account from all others, however and whenever it is delivered: the call for what happens to a call once,
 * else the ID that KaiCalls gives the event (docs/vendors/kaicalls.md#events), else all that it says. Its time of signing is in a header.
 */
export function accountEventIdentity(event: string, body: IDataObject): string {
	const callId = callIdIn(reportIn(body));
	if (isAmong(ONCE_PER_CALL, event) && callId !== undefined) return JSON.stringify([eventWord(event), callId]);
	if (typeof body.event_id === 'string') return JSON.stringify([event, { id: body.event_id }]);
	return canonicalJson(body);
}
