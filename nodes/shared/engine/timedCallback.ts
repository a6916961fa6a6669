import type { IExecuteFunctions } from 'n8n-workflow';

import { openAnswer, receive } from './answer';
import { systemTime } from './systemTime';

/** Longest nap: timers accept at most 24 days. */
const DAY_MS = 86_400_000;

const TIMEOUT_MS = 10_000;

/**
 * Calls a waiting execution back at a time (epoch ms), like a vendor. When n8n's own timer ends a wait, n8n runs none
 * of the node's code (2.40: workflow-execute.js, handleWaitingState), so the node could not read the outcome; after a
 * request to the webhook it can. This is only a help: it ends with the process, and n8n may not reach its own address.
 * Then the timer ends the wait.
 */
export async function callBackAt(context: IExecuteFunctions, url: string, at: number): Promise<void> {
	for (let left = at - systemTime.now(); left > 0; left = at - systemTime.now()) {
		await systemTime.sleep(Math.min(left, DAY_MS));
	}
	const opening = async (abortSignal: AbortSignal) =>
		openAnswer(
			await context.helpers.httpRequest({
				method: 'POST',
				url,
				body: {},
				json: true,
				encoding: 'stream',
				returnFullResponse: true,
				timeout: TIMEOUT_MS,
				abortSignal,
			}),
		);
	// n8n's answer to it is not needed.
	await receive(opening, { timeoutMs: TIMEOUT_MS }, async () => {}).catch((unreached: unknown) => {
		context.logger.debug('A waiting execution could not be called back at its time limit', {
			reason: unreached instanceof Error ? unreached.message : '',
		});
	});
}
