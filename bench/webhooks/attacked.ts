import type { Sandbox } from '../../sandbox';
import type { TriggeredWorkflow } from '../../test/e2e/triggerHarness';
import type { World } from '../world';
import type { Attacked } from './forgeries';

/** Counts them at the end: what another trigger brings about must start none here. */
const runsOf = (workflow: TriggeredWorkflow) => async (): Promise<number> => {
	const { length } = await workflow.received(1);
	await workflow.deactivate();
	return length;
};

const CAMPAIGN_AND_AGENT = { campaigns: ['campaign_001'], agents: ['agent_1'] };

/** The end-to-end tests' own workflows and forgeries; they look for n8n and sandbox when they are loaded. */
async function loadTests() {
	return {
		kakiyo: {
			...(await import('../../test/e2e/triggerHarness')),
			...(await import('../../test/e2e/kakiyoTriggerHostile')),
		},
		kaiCalls: {
			...(await import('../../test/e2e/kaiCallsTriggerHarness')),
			...(await import('../../test/e2e/kaiCallsTriggerHostile')),
		},
		kayse: {
			...(await import('../../test/e2e/kayseTriggerHarness')),
			...(await import('../../test/e2e/kayseTriggerHostile')),
		},
	};
}

/** Every trigger of the pack in each of its modes; each is published when it is asked for, after one genuine delivery. */
export async function attackableTriggers(world: World, sandbox: Sandbox): Promise<Array<() => Promise<Attacked>>> {
	const { kakiyo, kaiCalls, kayse } = await loadTests();
	const { client, credentials } = world;
	const saved = credentials as Record<string, { id: string; name: string }>;
	const { post } = kaiCalls;

	async function ofKakiyo(): Promise<Attacked> {
		const parameters = { events: ['linkedin.message.received'], filters: CAMPAIGN_AND_AGENT, options: { maxAge: 300 } };
		const workflow = await kakiyo.TriggeredWorkflow.save(client, 'Kakiyo', parameters, saved);
		await workflow.activate();
		const [webhook] = sandbox.control.kakiyoState().webhooks;
		if (!webhook?.secret) throw new Error('The Kakiyo Trigger has registered no webhook');
		const { url, secret } = webhook;
		const first = kakiyo.eventBody('before the attack');
		await post(url, first, { [kakiyo.SIGNATURE]: kakiyo.signatureOf(secret, first) });
		const runs = runsOf(workflow);
		return { name: 'Kakiyo Trigger', url, attack: kakiyo.hostileDeliveries(secret, first), runs };
	}

	async function ofKaiCallsAccount(): Promise<Attacked> {
		const { agent, business } = await kaiCalls.agentsOfFirstBusiness();
		const { workflow, url } = await kaiCalls.saveWorkflow(client, 'Account events', {
			mode: 'account',
			events: ['call.completed', 'call.failed'],
			workspaceId: { __rl: true, mode: 'id', value: business },
			agents: [agent],
		});
		await workflow.activate();
		const [webhook] = sandbox.control.kaiCallsState().webhooks;
		if (!webhook) throw new Error('The KaiCalls Trigger has registered no webhook');
		const event = (change: object) =>
			JSON.stringify({
				event: 'call.completed',
				call_id: crypto.randomUUID(),
				agent_id: agent,
				summary: 'Sounds good – 你好',
				...change,
			});
		const first = event({});
		await post(url, first, kaiCalls.signed(webhook.secret, first));
		const attack = kaiCalls.hostileAccountEvents(webhook.secret, first, event);
		return { name: 'KaiCalls Trigger, account', url, attack, runs: runsOf(workflow) };
	}

	async function ofKaiCallsCalls(): Promise<Attacked> {
		const { agent, otherAgent } = await kaiCalls.agentsOfFirstBusiness();
		const { workflow, url } = await kaiCalls.saveWorkflow(client, 'Reported calls', {
			mode: 'perCall',
			events: ['call.completed', 'call.failed'],
			agents: [agent],
		});
		await workflow.activate();
		const reported = await kaiCalls.endedCall(agent);
		await post(url, kaiCalls.callbackBody(reported));
		const attack = kaiCalls.hostileCallbacks({
			reported,
			completed: await kaiCalls.endedCall(agent),
			running: await kaiCalls.placeCall(agent),
			ofOtherAgent: await kaiCalls.endedCall(otherAgent),
		});
		return { name: 'KaiCalls Trigger, per call', url, attack, runs: runsOf(workflow) };
	}

	async function ofKayse(): Promise<Attacked> {
		const { workflow, url } = await kayse.saveWorkflow(client, 'Ends of calls', { events: ['call_ended'] });
		await workflow.activate();
		const { apiKey } = sandbox.kayse;
		const first = kayse.callBody('before the attack');
		await post(url, first, kayse.withKey(apiKey));
		const runs = runsOf(workflow);
		return { name: 'Kayse Trigger', url, attack: kayse.hostileDeliveries(apiKey, first), runs };
	}

	await kaiCalls.resetVendor();
	return [ofKakiyo, ofKaiCallsAccount, ofKaiCallsCalls, ofKayse];
}
