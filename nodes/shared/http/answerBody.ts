import type { BinaryHelperFunctions } from 'n8n-workflow';

import type { Unread } from '../contract/exchange';
import { DEEPEST, isTooDeep } from './answerLimits';

/** A stream of an answer, unpacked. */
export type Stream = Exclude<Parameters<BinaryHelperFunctions['prepareBinaryData']>[0], Buffer>;

export function isStream(body: unknown): body is Stream {
	return typeof body === 'object' && body !== null && 'pipe' in body && 'destroy' in body;
}

/** A body as a value and as it was written, or why it was not taken. */
export interface Body {
	value?: unknown;
	text?: string;
	unread?: Unread;
}

/**
 * Reads a stream to its end, or breaks it off.
 * @param signal ends it, and the stream with it
 * @returns undefined when it is larger than allowed
 */
export async function readUpTo(stream: Stream, maxBytes: number, signal: AbortSignal): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	let onAbort = () => {};
	return await new Promise<Buffer | undefined>((resolve, reject) => {
		onAbort = () => reject(signal.reason);
		if (signal.aborted) onAbort();
		signal.addEventListener('abort', onAbort);
		stream.on('data', (chunk: Buffer) => {
			bytes += chunk.length;
			if (bytes > maxBytes) resolve(undefined);
			else chunks.push(chunk);
		});
		stream.on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
		stream.on('error', reject);
		stream.on('close', () => reject(Object.assign(new Error('the answer broke off'), { code: 'ERR_BAD_RESPONSE' })));
	}).finally(() => {
		signal.removeEventListener('abort', onAbort);
		stream.destroy();
	});
}

const BYTE_ORDER_MARK = /^\ufeff/;

/** A text that is no JSON stays one: a proxy or a login page wrote it. An empty one is nothing. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text.trim() === '' ? undefined : text;
	}
}

/** A JSON value needs two signs for each level. */
const isShallow = (text: string): boolean => text.length < 2 * DEEPEST;

/** The body of an answer as JSON, or why it is none that can be taken. */
export async function readBody(stream: Stream, maxBytes: number, signal: AbortSignal): Promise<Body> {
	const bytes = await readUpTo(stream, maxBytes, signal);
	if (bytes === undefined) return { unread: { reason: 'tooLarge', maxBytes } };
	const text = bytes.toString('utf8').replace(BYTE_ORDER_MARK, '');
	const value = parsed(text);
	if (!isShallow(text) && isTooDeep(value)) return { unread: { reason: 'tooDeep', maxDepth: DEEPEST } };
	return { value, text };
}
