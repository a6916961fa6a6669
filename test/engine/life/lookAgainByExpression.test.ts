import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { WaitingN8n } from '../waitingN8n';
import { until } from '../../support/eventually';

const kaiCalls = useKaiCallsBench();

/** Parameters as a workflow may have them that was not made in the editor: n8n's types do not know them, its engine runs them. */
const asWritten = (parameters: object): INodeParameters => JSON.parse(JSON.stringify(parameters)) as INodeParameters;

const call = (more: object = {}) =>
	asWritten({
		resource: 'call',
		operation: 'create',
		agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
		to: '+12025550111',
		...more,
	});

describe('Create and Wait keeps Look Again For through the wait', () => {
	let n8n: WaitingN8n;

	beforeEach(async () => {
		n8n = await new WaitingN8n().start();
		kaiCalls.control.configureKaiCalls({ endsAfterSeconds: 10_000_000, ringsAfterSeconds: 0, answersAfterSeconds: 0 });
	});

	afterEach(async () => await n8n.stop());

	it.each([
		['Options as one expression', '={{ ({ lookAgainFor: 300 }) }}'],
		['Options as JSON text', '={{ JSON.stringify({ lookAgainFor: 300 }) }}'],
		['a column of the item', { lookAgainFor: '={{ $json.seconds }}' }],
	])('by %s', async (_, options) => {
		await n8n.run(
			kaiCalls.nodeRun(
				{ ...call({ options }), operation: 'createAndWait', timeLimit: 1_000_000 },
				{ items: [{ seconds: 300 }] },
			),
		);
		kaiCalls.control.configureKaiCalls({ processingSeconds: 60, callback: 'never' });
		const callId = kaiCalls.state.calls.find(({ webhook_url: url }) => url !== null)?.id ?? '';
		await kaiCalls.control.completeCall({ callId, summary: 'By the API.' });
		kaiCalls.control.configureKaiCalls({ callback: 'afterEnd' });
		await kaiCalls.control.deliverCallback({ callId, data: { summary: null, recording_url: null } });
		await until(() => n8n.rows !== undefined);
		expect(n8n.rows).toMatchObject([{ summary: 'By the API.', recording_url: expect.any(String) }]);
	});
});
