import { createHmac } from 'node:crypto';

import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import type { N8nClient } from '../../demo/client';
import { control } from './control';
import { TriggeredWorkflow } from './triggerHarness';
import { world } from './world';

export const SIGNATURE = 'x-kaicalls-signature';
export const TIMESTAMP = 'x-kaicalls-timestamp';

const Placed = z.object({ id: z.string() });

/** A saved workflow that the KaiCalls Trigger starts, and where it listens once it is active. */
export async function saveWorkflow(
	client: N8nClient,
	name: string,
	parameters: INodeParameters,
	{ n8nUrl, credentials } = world as Pick<typeof world, 'n8nUrl' | 'credentials'>,
) {
	const webhookId = crypto.randomUUID();
	const kind = { type: 'kaiCallsTrigger', credential: 'kaiCallsOutreachApi', webhookId };
	const workflow = await TriggeredWorkflow.save(client, name, parameters, credentials, kind);
	return { workflow, url: `${n8nUrl}/webhook/${webhookId}/webhook` };
}

/** An account whose calls last until a test ends them, without limits and without callbacks of its own. */
export async function resetVendor(): Promise<void> {
	await control('reset');
	await control('configureKaiCalls', { rateLimits: false, endsAfterSeconds: 36_000, callback: 'never' });
}

/** Two agents of the same business. */
export async function agentsOfFirstBusiness() {
	const { agents } = await control('kaiCallsState');
	const [first, ...others] = agents;
	const second = others.find(({ business_id }) => business_id === first?.business_id);
	if (!first || !second) throw new Error('The account lacks agents');
	return { agent: first.id, otherAgent: second.id, business: first.business_id };
}

/** Places a call as somebody else's program does. */
export async function placeCall(agentId: string, more: object = {}): Promise<string> {
	const { baseUrl, apiKey } = world.sandbox.kaicalls;
	const response = await fetch(`${baseUrl}/calls`, {
		method: 'POST',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify({ agent_id: agentId, to: '+12025550155', ...more }),
	});
	return Placed.parse(await response.json()).id;
}

/** A call that is over by now. */
export async function endedCall(agentId: string, status: 'completed' | 'failed' = 'completed'): Promise<string> {
	const callId = await placeCall(agentId);
	await control('completeCall', { callId, status });
	return callId;
}

/** A call's own callback, as KaiCalls shows it (docs/vendors/kaicalls.md#call-reports). */
export const callbackBody = (callId: unknown, change: object = {}): string =>
	JSON.stringify({
		event: 'call.completed',
		call_id: callId,
		status: 'completed',
		duration: 94,
		recording_url: 'https://files.example/rec/forged.mp3',
		summary: 'Agreed to everything – 你好',
		timestamp: new Date().toISOString(),
		...change,
	});

export const nowInSeconds = (): number => Math.floor(Date.now() / 1000);

export const digestOf = (secret: string | Buffer, payload: string | Buffer, algorithm = 'sha256'): string =>
	createHmac(algorithm, secret).update(payload).digest('hex');

/** What KaiCalls puts on a delivery of an account webhook. */
export const signed = (secret: string, body: string | Buffer, seconds: number | string = nowInSeconds()) => ({
	[TIMESTAMP]: String(seconds),
	[SIGNATURE]: `sha256=${digestOf(secret, Buffer.concat([Buffer.from(`${seconds}.`), Buffer.from(body)]))}`,
});

export async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<number> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body,
	});
	await response.arrayBuffer();
	return response.status;
}

/** Does the work for every entry, so many at once. */
export async function inParallel<T, R>(
	entries: readonly T[],
	atOnce: number,
	work: (entry: T) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	const queue = entries.values();
	const worker = async () => {
		for (const entry of queue) results.push(await work(entry));
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return results;
}
