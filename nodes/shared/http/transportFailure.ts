import type { TransportFailure } from '../contract/exchange';
import { certificateFault } from './certificate';
import { vendorWords } from './vendorWords';
import { stringOf } from '../values/text';

/** Codes of a connection that was never made. */
const UNDELIVERED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** Codes with this meaning only while connecting; on an open connection they end a request that was sent. */
const UNREACHABLE = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']);

/** Node.js's message, with the code of a broken connection, if the HTTPS handshake failed (node: _tls_wrap.js). */
const BEFORE_HTTPS = /before secure TLS connection was established/;

/** Codes of a request that Node.js could not write (node: errors.js). */
const UNSENDABLE = new Set([
	'ERR_INVALID_CHAR',
	'ERR_INVALID_URL',
	'ERR_UNESCAPED_CHARACTERS',
	'ERR_HTTP_INVALID_HEADER_VALUE',
	'ERR_INVALID_HTTP_TOKEN',
	'ERR_INVALID_PROTOCOL',
]);

/** A value that is nested too deep, or too long a text: nothing of it was written. */
export const TOO_DEEP_TO_SEND = 'RangeError';

/** Codes of an answer that did not come in time. */
const TIME_OUTS = new Set(['ETIMEDOUT', 'ECONNABORTED']);

/** Whether a code means that no answer came in time. */
export const isTimeOut = (code: string): boolean => TIME_OUTS.has(code);

/**
 * n8n's own refusals without a code: the credential's domain list, an unusable credential, or its protection of
 * internal addresses.
 */
const BLOCKED_SENTENCE = /domain not allowed|credential|the request was blocked because/i;

interface ErrorLike {
	code?: unknown;
	name?: unknown;
	syscall?: unknown;
	message?: unknown;
	cause?: unknown;
}

const isErrorLike = (value: unknown): value is ErrorLike => typeof value === 'object' && value !== null;

/** The chain of causes, outermost first: n8n wraps axios, axios wraps node. */
function causesOf(error: unknown, depth = 0): ErrorLike[] {
	return isErrorLike(error) && depth <= 5 ? [error, ...causesOf(error.cause, depth + 1)] : [];
}

/** Why a request never reached a server; undefined if it may have. */
function neverArrived(
	causes: ErrorLike[],
	codeWhere: (matches: (code: string, cause: ErrorLike) => boolean) => string | undefined,
): TransportFailure | undefined {
	const undelivered = codeWhere(
		(code, { syscall, message }) =>
			UNDELIVERED.has(code) ||
			(UNREACHABLE.has(code) && syscall === 'connect') ||
			(typeof message === 'string' && BEFORE_HTTPS.test(message)),
	);
	if (undelivered) return { kind: 'undelivered', reason: undelivered };
	// A certificate is checked before the first byte of the request is sent.
	const blocked =
		codeWhere((code) => certificateFault(code) !== undefined || UNSENDABLE.has(code)) ??
		(causes.some(({ name }) => name === TOO_DEEP_TO_SEND) ? TOO_DEEP_TO_SEND : undefined);
	return blocked ? { kind: 'blocked', reason: blocked } : undefined;
}

/**
 * Sorts errors of the HTTP client by one question: may the vendor have acted on the request?
 * @param hasAnswered whether an answer has begun: then the request has arrived, even if the answer cannot be read
 */
export function classifyTransportError(error: unknown, hasAnswered = false): TransportFailure {
	const causes = causesOf(error);
	const codeWhere = (matches: (code: string, cause: ErrorLike) => boolean): string | undefined => {
		const cause = causes.find((one) => typeof one.code === 'string' && matches(one.code, one));
		return cause && stringOf(cause.code);
	};
	if (codeWhere((code) => code === 'ERR_CANCELED')) return { kind: 'cancelled', reason: 'ERR_CANCELED' };
	const unsent = hasAnswered ? undefined : neverArrived(causes, codeWhere);
	if (unsent) return unsent;
	// An answer that is not HTTP is quoted in the message.
	const sentence = vendorWords(causes.map(({ message }) => message).find((text) => typeof text === 'string'));
	const code = codeWhere(() => true);
	if (!hasAnswered && code === undefined && BLOCKED_SENTENCE.test(sentence))
		return { kind: 'blocked', reason: sentence };
	return { kind: 'doubtful', reason: code ?? sentence };
}
