import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../shared/contract/operation';
import { at } from '../../shared/values/json';
import { recordLocks } from '../recordLocks';
import { scheduleCallRequest } from '../operations/scheduleCall';
import { idFrom } from '../values';
import { lockOf } from '../write';
import type { LeadCall } from './lead';
import { Remembered, type Entry } from './memory';
import type { Progress } from './progress';
import { endedAt } from './step';

/** A call that was scheduled before, as the item tells of it instead of placing another. */
const earlierCall = ({ unknownSince, scheduledAt }: Entry): IDataObject =>
	unknownSince === undefined ? { outcome: 'alreadyScheduled', scheduledAt } : { outcome: 'unknown', unknownSince };

async function schedule({ campaignId, again }: LeadCall, caseId: number, api: ApiClient): Promise<IDataObject> {
	const memory = new Remembered(api, 'calls');
	const key = `${campaignId} ${caseId}`;
	const earlier = memory.get(key);
	// "Call Again" is about the calls of earlier executions, not of this one.
	const calledNow = api.notes.note(`call ${key}`) === true;
	if (earlier && (calledNow || !again)) return { campaign_id: campaignId, ...earlierCall(earlier) };
	const { body } = await memory
		.unlessInDoubt(key, async () => await api.send(scheduleCallRequest(campaignId, caseId)))
		.finally(() => api.notes.keepNote(`call ${key}`, true));
	memory.set(key, { scheduledAt: memory.now() });
	const clientId = at(body, 'client_id');
	return {
		campaign_id: campaignId,
		...(typeof clientId === 'number' && { client_id: clientId }),
		outcome: 'scheduled',
	};
}

/** Has the AI agent of a campaign call about the case: once for all executions, unless the user wants it again. */
export async function scheduleCall(progress: Progress, api: ApiClient): Promise<void> {
	const { call } = progress.lead;
	if (!call) return;
	try {
		const caseId = idFrom(progress.steps.case?.id, 'Case ID');
		const lock = lockOf(api, `lead call ${call.campaignId} ${caseId}`);
		progress.steps.call = await recordLocks.runExclusive([lock], async () => await schedule(call, caseId, api), api);
	} catch (error) {
		progress.failure = endedAt('call', error, progress.steps);
	}
}
