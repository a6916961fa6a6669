import type { INodeParameters } from 'n8n-workflow';

import type { N8nClient } from '../../demo/client';
import { TriggeredWorkflow } from './triggerHarness';
import { world } from './world';

export const withKey = (key: string): Record<string, string> => ({ 'x-public-api-key': key });

/** A saved workflow that the Kayse Trigger starts, and where it listens: for a test event, and once it is active. */
export async function saveWorkflow(client: N8nClient, name: string, parameters: INodeParameters) {
	const webhookId = crypto.randomUUID();
	const kind = { type: 'kayseTrigger', credential: 'kayseOutreachApi', webhookId };
	const workflow = await TriggeredWorkflow.save(client, name, parameters, world.credentials, kind);
	return {
		workflow,
		url: `${world.n8nUrl}/webhook/${webhookId}/webhook`,
		testUrl: `${world.n8nUrl}/webhook-test/${webhookId}/webhook`,
	};
}

/** The end of a call; Kayse documents no body. */
export const callBody = (callId: string, change: object = {}): string =>
	JSON.stringify({
		event: 'call_ended',
		timestamp: new Date().toISOString(),
		data: { call_id: callId, campaign_id: 71, case_id: 9001, summary: 'Sounds good – 你好' },
		...change,
	});
