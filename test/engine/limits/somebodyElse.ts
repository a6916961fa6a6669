import { setTimeout as delay } from 'node:timers/promises';

import type { Job } from './jobs';
import { SOMEBODY_ELSE } from './journal';

/** The part of the limit that the other program uses. */
const SHARE = 1 / 3;

/**
 * A program beside n8n that uses the same key at an even rate and knows nothing of limits: it drops refused requests.
 * @returns a function that ends it
 */
export function startSomebodyElse(
	{ foreign, limit, timeScale }: Job,
	baseUrl: string,
	apiKey: string,
): () => Promise<void> {
	const ending = new AbortController();
	const { signal } = ending;
	const pauseMs = (limit.perSeconds * 1_000) / timeScale / (limit.requests * SHARE);
	const headers = {
		authorization: `Bearer ${apiKey}`,
		'x-api-key': apiKey,
		'user-agent': SOMEBODY_ELSE,
		'content-type': 'application/json',
	};
	const init = { method: foreign.method, headers, ...(foreign.method === 'POST' && { body: '{}' }) };
	const goOn = async () => {
		while (!signal.aborted) {
			const response = await fetch(`${baseUrl}${foreign.path}`, init);
			await response.arrayBuffer();
			await delay(pauseMs, undefined, { signal }).catch(() => {});
		}
	};
	const ended = goOn();
	return async () => {
		ending.abort();
		await ended;
	};
}
