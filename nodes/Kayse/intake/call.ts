import type { IDataObject } from 'n8n-workflow';

import { valueAt } from '../../shared/values/json';
import { optedOut } from '../update/respectOptOuts';
import { recordLocks } from '../update/recordLocks';
import { scheduleCallRequest } from '../operations/scheduleCall';
import { idFrom } from '../values/values';
import { lockOf } from '../update/updateRecord';
import type { Entry } from './entry';
import type { LeadCall } from './lead';
import type { LeadMemory } from './memory';
import type { Progress } from './progress';
import { endedAt } from './step';

/** The item's data about a call that was scheduled earlier. */
const earlierCall = ({ unknownSince, scheduledAt }: Entry): IDataObject =>
	unknownSince === undefined
		? { outcome: 'alreadyScheduled', ...(scheduledAt !== undefined && { scheduledAt }) }
		: { outcome: 'unknown', unknownSince };

const BEGUN_BEFORE = {
	outcome: 'unknown',
	note: 'An earlier execution scheduled it, or tried to, and its memory is gone. If there was no call, turn on Call Again.',
};

async function schedule(
	{ campaignId, again }: LeadCall,
	caseId: number,
	memory: LeadMemory,
	{ api, lead, steps }: Progress,
): Promise<IDataObject> {
	const key = `${campaignId} ${caseId}`;
	const earlier = memory.get('calls', key);
	// "Call Again" applies to calls of earlier executions, not of this one.
	if (earlier && (memory.isOfRun('calls', key) || !again)) return { campaign_id: campaignId, ...earlierCall(earlier) };
	if (lead.respectsOptOuts && (steps.client?.optedOut || steps.case?.optedOut)) throw optedOut('call', caseId);
	if ((await memory.begin('calls', key)) && !again) return { campaign_id: campaignId, ...BEGUN_BEFORE };
	// A call that the user wants again has a key already, so only its intent protects it in the next try.
	const request = {
		...scheduleCallRequest(campaignId, caseId),
		isContact: true,
		isWrittenDown: memory.isWrittenDown && !again,
	};
	const { body } = await memory.make('calls', { key }, async () => await api.send(request));
	memory.set('calls', key, { scheduledAt: memory.now() });
	const clientId = valueAt(body, 'client_id');
	return {
		campaign_id: campaignId,
		...(typeof clientId === 'number' && { client_id: clientId }),
		outcome: 'scheduled',
	};
}

/** Lets the AI agent of a campaign call about the case: once in all executions, unless the user wants another call. */
export async function scheduleCall(progress: Progress, memory: LeadMemory): Promise<void> {
	const {
		api,
		lead: { call },
	} = progress;
	if (!call) return;
	try {
		const caseId = idFrom(progress.steps.case?.id, 'Case ID');
		const lock = await lockOf(api, `lead call ${call.campaignId} ${caseId}`);
		progress.steps.call = await recordLocks.runExclusive(
			[lock],
			async () => await schedule(call, caseId, memory, progress),
			api,
		);
	} catch (error) {
		progress.failure = endedAt('call', error, progress);
	}
}
