import type { BinaryHelperFunctions } from 'n8n-workflow';

import type { Unread } from '../contract/exchange';
import { excessInText, MOST_VALUES } from '../values/excess';
import { wideNumbersAsTexts } from '../values/wideNumbers';
import { DEEPEST } from './answerLimits';

/** A stream of an answer, unpacked. */
export type Stream = Exclude<Parameters<BinaryHelperFunctions['prepareBinaryData']>[0], Buffer>;

/** Whether a body is still to be read. */
export function isStream(body: unknown): body is Stream {
	return typeof body === 'object' && body !== null && 'pipe' in body && 'destroy' in body;
}

/** A body as a value and as text, or the reason why it was rejected. */
export interface Body {
	value?: unknown;
	text?: string;
	/** Length of the text. */
	bytes?: number;
	unread?: Unread;
}

/**
 * Reads a stream to its end, or until it is larger than allowed.
 * @returns undefined when it is larger
 * @throws Error when the stream breaks off, or is destroyed
 */
async function readUpTo(stream: Stream, maxBytes: number): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	return await new Promise<Buffer | undefined>((resolve, reject) => {
		stream.on('data', (chunk: Buffer) => {
			bytes += chunk.length;
			if (bytes <= maxBytes) {
				chunks.push(chunk);
				return;
			}
			resolve(undefined);
			stream.destroy();
		});
		stream.on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
		stream.on('error', reject);
		stream.on('close', () => reject(Object.assign(new Error('the answer broke off'), { code: 'ERR_BAD_RESPONSE' })));
	});
}

const BYTE_ORDER_MARK = /^\ufeff/;

/** A text that is not JSON stays a text: a proxy or a login page wrote it. An empty text is undefined. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(wideNumbersAsTexts(text));
	} catch {
		return text.trim() === '' ? undefined : text;
	}
}

const BEGINS_JSON = /^\s*[[{]/;

/** Checked before parsing, because parsing alone could block n8n. */
function excessOf(text: string): Unread | undefined {
	switch (BEGINS_JSON.test(text) ? excessInText(text, DEEPEST) : undefined) {
		case 'tooDeep':
			return { reason: 'tooDeep', maxDepth: DEEPEST };
		case 'tooMany':
			return { reason: 'tooMany', maxValues: MOST_VALUES };
		default:
			return undefined;
	}
}

/**
 * The body of an answer as JSON, or the reason why it was rejected. The caller destroys the stream.
 * @throws Error when the stream breaks off, or is destroyed
 */
export async function readBody(stream: Stream, maxBytes: number): Promise<Body> {
	const bytes = await readUpTo(stream, maxBytes);
	if (bytes === undefined) return { unread: { reason: 'tooLarge', maxBytes } };
	const text = bytes.toString('utf8').replace(BYTE_ORDER_MARK, '');
	const unread = excessOf(text);
	return unread ? { unread } : { value: parsed(text), text, bytes: bytes.length };
}
