import type { IHttpRequestMethods } from 'n8n-workflow';

/** A request as an operation describes it: path below the base URL, already encoded. */
export interface OutgoingRequest {
	method: IHttpRequestMethods;
	path: string;
	query: Record<string, unknown>;
	/** undefined sends no body. */
	body?: unknown;
}

/** What came back over the wire, whatever the status. Header names are lower-case. */
export interface IncomingResponse {
	status: number;
	headers: Record<string, string>;
	body: unknown;
	/** An earlier try of the same request ended in doubt: what it was to do may have been done then. */
	afterDoubt?: boolean;
}

/**
 * No response arrived.
 * - `undelivered`: the vendor never saw the request, and a later try may get through;
 * - `blocked`: it never saw it, and trying again cannot help (certificate, domain rule);
 * - `doubtful`: it may or may not have acted on it;
 * - `cancelled`: the user pressed Stop.
 */
export interface TransportFailure {
	kind: 'undelivered' | 'blocked' | 'doubtful' | 'cancelled';
	/** The network library's code, such as ECONNRESET, or its sentence. */
	reason: string;
}

export type Exchange =
	| { response: IncomingResponse; failure?: undefined }
	| { response?: undefined; failure: TransportFailure };

const UNDELIVERED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
]);

const DOUBTFUL = new Set([
	'ECONNRESET',
	'ECONNABORTED',
	'ETIMEDOUT',
	'EPIPE',
	'ERR_BAD_RESPONSE',
	'ERR_NETWORK',
	'ERR_SOCKET_CLOSED',
	'ERR_STREAM_PREMATURE_CLOSE',
	'HPE_INVALID_CONSTANT',
	'UND_ERR_SOCKET',
]);

/** Certificate and protocol trouble is found before a byte of the request is sent. */
const BLOCKED = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/;

interface ErrorLike {
	code?: unknown;
	message?: unknown;
	cause?: unknown;
}

const isErrorLike = (value: unknown): value is ErrorLike =>
	typeof value === 'object' && value !== null;

/** The codes along the chain of causes, outermost first: n8n wraps axios, axios wraps node. */
function codesOf(error: unknown, depth = 0): string[] {
	if (!isErrorLike(error) || depth > 5) return [];
	const own = typeof error.code === 'string' ? [error.code] : [];
	return [...own, ...codesOf(error.cause, depth + 1)];
}

/** Sorts what the HTTP client threw by the one question that matters: may the vendor have acted on it? */
export function classifyTransportError(error: unknown): TransportFailure {
	const codes = codesOf(error);
	const first = (known: Set<string>) => codes.find((code) => known.has(code));
	if (codes.includes('ERR_CANCELED')) return { kind: 'cancelled', reason: 'ERR_CANCELED' };
	const undelivered = first(UNDELIVERED);
	if (undelivered) return { kind: 'undelivered', reason: undelivered };
	const blocked = codes.find((code) => BLOCKED.test(code));
	if (blocked) return { kind: 'blocked', reason: blocked };
	const doubtful = first(DOUBTFUL) ?? codes[0];
	if (doubtful) return { kind: 'doubtful', reason: doubtful };
	// Without any code the client refused before the wire: a domain rule of the credential, no credential.
	const sentence = isErrorLike(error) && typeof error.message === 'string' ? error.message : '';
	return { kind: 'blocked', reason: sentence };
}
