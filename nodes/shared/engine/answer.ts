import type { Exchange } from '../contract/exchange';
import { isStream, readBody, type Body } from '../http/answerBody';
import { MOST_ERROR_BYTES } from '../http/answerLimits';
import { classifyTransportError } from '../http/transportFailure';
import { isRecord } from '../values/json';
import { Deadline } from './deadline';
import { stringOf } from '../values/text';

/** An answer whose head has arrived. */
export interface OpenAnswer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** A stream, but where something of n8n's own answers in the server's place. */
	body: unknown;
}

/** How long an answer may take from the first byte of the request to its own last one, in ms, and what ends it before. */
export interface AnswerTimeout {
	timeoutMs: number;
	stop?: AbortSignal;
}

/** One request of n8n's HTTP client that answers with a stream. The signal comes when nobody waits any longer. */
export type Opening = (signal: AbortSignal) => Promise<OpenAnswer>;

function textHeaders(headers: unknown): Record<string, string> {
	const entries = isRecord(headers) ? Object.entries(headers) : [];
	return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), stringOf(value)]));
}

/**
 * A full response of n8n's HTTP client.
 * @throws Error when it is none
 */
export function openAnswer(response: unknown): OpenAnswer {
	const status = isRecord(response) ? Number(response.statusCode) : NaN;
	if (!isRecord(response) || Number.isNaN(status)) throw new Error('no status');
	return { status, headers: textHeaders(response.headers), body: response.body };
}

/** Nobody reads on. A stream that is broken off tells so once more. */
export function abandon({ body }: OpenAnswer): void {
	if (isStream(body)) body.on('error', () => {}).destroy();
}

/** Whoever comes after the deadline finds nobody. */
async function open(opening: Opening, deadline: Deadline): Promise<OpenAnswer> {
	const begun = opening(deadline.signal);
	return await deadline.race(begun).catch((thrown: unknown) => {
		void begun.then(abandon, () => {});
		throw thrown;
	});
}

/**
 * The one way in for what anybody answers.
 * @param use reads the body, which is destroyed afterwards
 * @throws what the HTTP client throws; ETIMEDOUT at the deadline, ERR_CANCELED at Stop
 */
export async function receive<T>(
	opening: Opening,
	{ timeoutMs, stop }: AnswerTimeout,
	use: (answer: OpenAnswer, deadline: Deadline) => Promise<T>,
): Promise<T> {
	const deadline = new Deadline(timeoutMs, stop);
	const work = async () => {
		const answer = await open(opening, deadline);
		return await use(answer, deadline).finally(() => abandon(answer));
	};
	return await work()
		.catch((thrown: unknown) => {
			// To the HTTP client every signal is a cancellation.
			throw deadline.signal.aborted ? deadline.signal.reason : thrown;
		})
		.finally(() => deadline.clear());
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

async function bodyOf({ status, body }: OpenAnswer, deadline: Deadline, maxBytes: number): Promise<Body> {
	if (!isStream(body)) return { value: body };
	if (isSuccess(status)) return await deadline.race(readBody(body, maxBytes));
	// A refusal is one by its status, whatever became of its words.
	const read = await deadline.race(readBody(body, MOST_ERROR_BYTES)).catch(() => undefined);
	return read && !read.unread ? read : { value: undefined };
}

/**
 * One answer as JSON. Never throws.
 * @param maxBytes of a success, unpacked
 */
export async function receiveJson(opening: Opening, patience: AnswerTimeout, maxBytes: number): Promise<Exchange> {
	let hasAnswered = false;
	try {
		return await receive(opening, patience, async (answer, deadline) => {
			hasAnswered = true;
			const { status, headers } = answer;
			const { value, ...read } = await bodyOf(answer, deadline, maxBytes);
			return { response: { status, headers, body: value, ...read } };
		});
	} catch (error) {
		return { failure: classifyTransportError(error, hasAnswered) };
	}
}
