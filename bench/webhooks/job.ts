import { randomUUID } from 'node:crypto';
import type * as harness from '../../test/e2e/kaiCallsTriggerHarness';
import type { Sandbox } from '../../sandbox';
import { publishChain, type Step } from '../chain';
import { percentileOf } from '../percentile';
import { placeCall } from '../steps';
import { callWebhook } from '../webhookCall';
import type { World } from '../world';

const ROWS = 5_000;
/** KaiCalls' patience (docs/vendors/kaicalls.md#call-reports). */
const WITHIN_MS = 5_000;
const PAUSE_MS = 50;
const OK = 200;

const source: Step = { name: 'Source', type: 'n8n-nodes-bench.benchSource' };
const sink: Step = { name: 'Sink', type: 'n8n-nodes-bench.benchSink', parameters: { identity: '' } };

/** Signed events of KaiCalls, while a job of many calls runs in the same n8n with the same credential. In words. */
export async function besideAJob(
	world: World,
	sandbox: Sandbox,
	{ resetVendor, agentsOfFirstBusiness, saveWorkflow, signed, post }: typeof harness,
): Promise<string> {
	await resetVendor();
	const { agent, business } = await agentsOfFirstBusiness();
	const { workflow, url } = await saveWorkflow(world.client, 'Events beside a job', {
		mode: 'account',
		events: ['call.completed'],
		workspaceId: { __rl: true, mode: 'id', value: business },
	});
	await workflow.activate();
	const [webhook] = sandbox.control.kaiCallsState().webhooks;
	if (!webhook) throw new Error('The trigger has registered no webhook');
	const path = `bench-${randomUUID()}`;
	const start: Step = {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		parameters: { httpMethod: 'POST', path, responseMode: 'lastNode' },
	};
	const call: Step = {
		...placeCall,
		// The sandbox refuses no number that begins like this.
		parameters: {
			...placeCall.parameters,
			agentId: { __rl: true, mode: 'id', value: agent },
			to: '=+1202{{ 5551000 + $json.number }}',
		},
	};
	await publishChain(world, `Job ${path}`, [start, source, call, sink]);

	const deliver = async (): Promise<number> => {
		const body = JSON.stringify({ event: 'call.completed', call_id: randomUUID(), agent_id: agent });
		const began = performance.now();
		const status = await post(url, body, signed(webhook.secret, body));
		if (status !== OK) throw new Error(`The KaiCalls Trigger answered ${status}`);
		return performance.now() - began;
	};
	for (let warmUp = 0; warmUp < 5; warmUp++) await deliver();
	const answers: number[] = [];
	const began = performance.now();
	let isRunning = true;
	const job = callWebhook(`${world.n8nUrl}/webhook/${path}`, { items: ROWS }).finally(() => (isRunning = false));
	while (isRunning) {
		answers.push(await deliver());
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	}
	const { status, body } = await job;
	if (status !== OK) throw new Error(`The job ended with ${status}: ${body}`);
	const seconds = (performance.now() - began) / 1_000;
	await workflow.deactivate();
	const placed = Object.values(sandbox.control.callsPlaced());
	answers.sort((a, b) => a - b);
	const p99 = percentileOf(answers, 99);
	return [
		`Call > Create places ${placed.length.toLocaleString('en-US')} calls (each once: ${placed.every((times) => times === 1) ? 'yes' : '**no**'}) as fast as it can, in ${seconds.toFixed(1)} s,`,
		`for an account whose limit is lifted; at the documented pace the job would leave n8n nearly idle. Meanwhile the KaiCalls Trigger answers ${answers.length} signed events:`,
		`p50 ${percentileOf(answers, 50).toFixed(0)} ms, **p99 ${p99.toFixed(0)} ms**, slowest ${(answers.at(-1) ?? NaN).toFixed(0)} ms (wanted: less than ${WITHIN_MS.toLocaleString('en-US')} ms). Met: ${p99 < WITHIN_MS ? 'yes' : '**no**'}.`,
	].join('\n');
}
