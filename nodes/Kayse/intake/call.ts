import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../shared/contract/operation';
import { at } from '../../shared/values/json';
import { inOrder } from '../inOrder';
import { scheduleCallRequest } from '../operations/scheduleCall';
import { idFrom } from '../values';
import { lockOf } from '../write';
import type { LeadCall } from './lead';
import { Remembered, type Entry } from './memory';
import type { Progress } from './progress';
import { endedAt } from './step';

/** Calls that a run has scheduled or tried to: "Call Again" is about those of earlier executions. */
const calledInRun = new WeakMap<object, Set<string>>();

/** A call that was scheduled before, as the item tells of it instead of placing another. */
const earlierCall = ({ unknownSince, scheduledAt }: Entry): IDataObject =>
	unknownSince === undefined ? { outcome: 'alreadyScheduled', scheduledAt } : { outcome: 'unknown', unknownSince };

async function schedule({ campaignId, again }: LeadCall, caseId: number, api: ApiClient): Promise<IDataObject> {
	const memory = new Remembered(api, 'calls');
	const key = `${campaignId} ${caseId}`;
	const called = calledInRun.get(api.attempt.run) ?? new Set<string>();
	calledInRun.set(api.attempt.run, called);
	const earlier = memory.get(key);
	if (earlier && (called.has(key) || !again)) return { campaign_id: campaignId, ...earlierCall(earlier) };
	const { body } = await memory
		.unlessInDoubt(key, async () => await api.send(scheduleCallRequest(campaignId, caseId)))
		.finally(() => called.add(key));
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
		progress.steps.call = await inOrder([lock], async () => await schedule(call, caseId, api));
	} catch (error) {
		progress.failure = endedAt('call', error, progress.steps);
	}
}
