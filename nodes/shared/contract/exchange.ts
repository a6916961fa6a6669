import type { IHttpRequestMethods } from 'n8n-workflow';

/** A request as an operation describes it: path below the base URL, already encoded. */
export interface OutgoingRequest {
	method: IHttpRequestMethods;
	path: string;
	query: Record<string, unknown>;
	/** undefined sends no body. */
	body?: unknown;
	/** Such as an idempotency key; never the API key. */
	headers?: Record<string, string>;
}

/** Why an answer was rejected: it is larger (in bytes, unpacked), nested deeper or has more values than allowed. */
export type Unread =
	| { reason: 'tooLarge'; maxBytes: number }
	| { reason: 'tooDeep'; maxDepth: number }
	| { reason: 'tooMany'; maxValues: number };

/** An answer from the network, with any status. Header names are lower-case. */
export interface IncomingResponse {
	status: number;
	headers: Record<string, string>;
	body: unknown;
	/** The body's text, if it was read as JSON. */
	text?: string;
	/** The body's size in bytes, unpacked, if it was read as JSON. */
	bytes?: number;
	/** Why the body of a success was rejected. */
	unread?: Unread;
	/** An earlier try got no clear answer, so the vendor may already have done it. */
	afterDoubt?: boolean;
}

/**
 * No response arrived.
 * - `undelivered`: the vendor never got the request, and a later try may succeed;
 * - `blocked`: the vendor never got it, and trying again cannot help (certificate, domain rule);
 * - `doubtful`: the vendor may have acted on it;
 * - `cancelled`: the user pressed Stop.
 */
export interface TransportFailure {
	kind: 'undelivered' | 'blocked' | 'doubtful' | 'cancelled';
	/** The network library's code, such as ECONNRESET, or its sentence. */
	reason: string;
}

/** The end of a request on its way: an answer, or a failure. */
export type Exchange =
	{ response: IncomingResponse; failure?: undefined } | { response?: undefined; failure: TransportFailure };
