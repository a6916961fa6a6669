import type { IncomingResponse } from '../contract/exchange';
import type { ApiClient } from '../contract/operation';
import { sleepUntil } from '../contract/time';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Asks again, at growing intervals, until the answer is final.
 * @param timeoutMs how long to go on asking
 * @returns the final answer, or the last one when the time ran out or the run ended
 */
export async function askUntil(
	ask: () => Promise<IncomingResponse>,
	isFinal: (body: unknown) => boolean,
	timeoutMs: number,
	{ time, cancelled }: Pick<ApiClient, 'time' | 'cancelled'>,
): Promise<unknown> {
	const deadline = time.now() + timeoutMs;
	for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 1.5)) {
		const { body } = await ask();
		const now = time.now();
		if (isFinal(body) || now >= deadline) return body;
		// The last request is at the deadline itself.
		if (!(await sleepUntil(Math.min(now + pause, deadline), cancelled, time))) return body;
	}
}
