import type { Exchange } from '../contract/exchange';
import { isStream, readBody, type Body } from '../http/answerBody';
import { MOST_ERROR_BYTES } from '../http/answerLimits';
import { classifyTransportError } from '../http/transportFailure';
import { isRecord } from '../values/json';
import { Deadline } from './deadline';
import { stringOf } from '../values/text';

/** An answer whose headers have arrived. */
export interface OpenAnswer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** A stream, unless n8n itself answers instead of the server. */
	body: unknown;
}

/**
 * How long an answer may take, from the first byte of the request to its own last byte, in ms, and what can end it
 * earlier.
 */
export interface AnswerTimeout {
	timeoutMs: number;
	stop?: AbortSignal;
}

/**
 * One request of n8n's HTTP client that answers with a stream. The signal comes when the caller has stopped waiting.
 */
export type Opening = (signal: AbortSignal) => Promise<OpenAnswer>;

function textHeaders(headers: unknown): Record<string, string> {
	const entries = isRecord(headers) ? Object.entries(headers) : [];
	return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), stringOf(value)]));
}

/**
 * A full response of n8n's HTTP client.
 * @throws Error when it is something else
 */
export function openAnswer(response: unknown): OpenAnswer {
	const status = isRecord(response) ? Number(response.statusCode) : NaN;
	if (!isRecord(response) || Number.isNaN(status)) throw new Error('no status');
	return { status, headers: textHeaders(response.headers), body: response.body };
}

/** The stream has no reader any more. A stream that is destroyed emits one more error. */
export function abandon({ body }: OpenAnswer): void {
	if (isStream(body)) body.on('error', () => {}).destroy();
}

/** An answer after the deadline has no reader. */
async function open(opening: Opening, deadline: Deadline): Promise<OpenAnswer> {
	const begun = opening(deadline.signal);
	return await deadline.race(begun).catch((thrown: unknown) => {
		void begun.then(abandon, () => {});
		throw thrown;
	});
}

/**
 * The only way in for answers of other hosts.
 * @param use reads the body, which is destroyed afterwards
 * @throws errors of the HTTP client; ETIMEDOUT at the deadline, ERR_CANCELED at Stop
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
			// The HTTP client reports every signal as a cancellation.
			throw deadline.signal.aborted ? deadline.signal.reason : thrown;
		})
		.finally(() => deadline.clear());
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

async function bodyOf({ status, body }: OpenAnswer, deadline: Deadline, maxBytes: number): Promise<Body> {
	if (!isStream(body)) return { value: body };
	if (isSuccess(status)) return await deadline.race(readBody(body, maxBytes));
	// The status makes it a refusal, even if its body cannot be read.
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
