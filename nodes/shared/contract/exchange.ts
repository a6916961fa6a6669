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

/** An answer that is larger (in bytes, unpacked), nested deeper or of more values than one may be. */
export type Unread =
	| { reason: 'tooLarge'; maxBytes: number }
	| { reason: 'tooDeep'; maxDepth: number }
	| { reason: 'tooMany'; maxValues: number };

/** What came back over the wire, whatever the status. Header names are lower-case. */
export interface IncomingResponse {
	status: number;
	headers: Record<string, string>;
	body: unknown;
	/** The body as it was written, where it was read as JSON. */
	text?: string;
	/** How many bytes the body was, unpacked, where it was read as JSON. */
	bytes?: number;
	/** Why the body of a success was not taken. */
	unread?: Unread;
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
	{ response: IncomingResponse; failure?: undefined } | { response?: undefined; failure: TransportFailure };
