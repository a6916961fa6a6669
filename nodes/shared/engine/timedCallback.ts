import type { IExecuteFunctions } from 'n8n-workflow';

import { openAnswer, receive } from './answer';
import { systemTime } from './systemTime';

/** Longest nap: timers take no longer time than 24 days. */
const DAY_MS = 86_400_000;

const TIMEOUT_MS = 10_000;

/**
 * Calls a waiting execution back at a time (epoch ms), as a vendor would. When n8n's own timer ends a wait, it runs none of the
 * node's code (2.40: workflow-execute.js, handleWaitingState), so nothing could be looked at any more; what comes over the webhook
 * does. It is a help and no more: it is gone with the process, and n8n may not reach its own address. Then the timer it is.
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
	// What n8n says to it is of no use to anybody.
	await receive(opening, { timeoutMs: TIMEOUT_MS }, async () => {}).catch((unreached: unknown) => {
		context.logger.debug('A waiting execution could not be called back at its time limit', {
			reason: unreached instanceof Error ? unreached.message : '',
		});
	});
}
