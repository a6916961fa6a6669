import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../../shared/executor/failure';
import type { ApiClient } from '../../shared/executor/operation';
import { at } from '../../shared/json';
import { inOrder } from '../inOrder';
import { scheduleCallRequest } from '../operations/scheduleCall';
import { idFrom } from '../values';
import type { LeadCall } from './lead';
import { momentOf, Remembered } from './memory';
import type { Progress } from './progress';
import { endedAt } from './step';

/** A call of an earlier execution, as the item tells of it instead of placing another. */
const earlierCall = ({ unknownSince, scheduledAt }: IDataObject): IDataObject =>
	unknownSince === undefined ? { outcome: 'alreadyScheduled', scheduledAt } : { outcome: 'unknown', unknownSince };

async function schedule({ campaignId, again }: LeadCall, caseId: number, client: ApiClient): Promise<IDataObject> {
	const memory = new Remembered(client.memory(), 'calls');
	const key = `${campaignId} ${caseId}`;
	const earlier = memory.get(key);
	if (earlier && !again) return { campaign_id: campaignId, ...earlierCall(earlier) };
	const { body } = await client.send(scheduleCallRequest(campaignId, caseId)).catch((error: unknown) => {
		const isUnknown = !(error instanceof ItemFailure) || error.failure.kind === 'unknown';
		if (isUnknown) memory.set(key, { unknownSince: momentOf(client) });
		throw error;
	});
	memory.set(key, { scheduledAt: momentOf(client) });
	const clientId = at(body, 'client_id');
	return {
		campaign_id: campaignId,
		...(typeof clientId === 'number' && { client_id: clientId }),
		outcome: 'scheduled',
	};
}

/** Has the AI agent of a campaign call about the case: once for all executions, unless the user wants it again. */
export async function scheduleCall(progress: Progress, client: ApiClient): Promise<void> {
	const { call } = progress.lead;
	if (!call) return;
	try {
		const caseId = idFrom(progress.steps.case?.id, 'Case ID');
		const key = `call ${call.campaignId} ${caseId}`;
		progress.steps.call = await inOrder(client.attempt.run, key, async () => await schedule(call, caseId, client));
	} catch (error) {
		progress.failure = endedAt('call', error, progress.steps);
	}
}
