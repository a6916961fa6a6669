import type { IncomingHttpHeaders } from 'node:http';
import type { Answer, Refusal } from './answer';

/** The methods that the vendors use. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request as a vendor sees it. */
export interface Call {
	method: string;
	/** Below the vendor's prefix, undecoded, without the query string. */
	path: string;
	/** Percent-decoded path parameters. */
	params: Readonly<Record<string, string>>;
	query: unknown;
	headers: IncomingHttpHeaders;
	/** The body as text; `undefined` when there is none. */
	text: string | undefined;
}

/** One endpoint of a vendor. */
export interface Route {
	method: Method;
	/** Pattern below the vendor's prefix, e.g. `/agents/:id`. */
	path: string;
	answer(call: Call): Answer | Promise<Answer>;
}

/** A check that runs before the route, in order; it throws a `Refusal` to end the request. */
export type Gate = (call: Call, route: Route | undefined) => void;

/** One vendor API. The server, faults, log and control know it only by this interface. */
export interface Vendor {
	name: string;
	/** Its path on the server, e.g. `/kakiyo/v1`. */
	prefix: string;
	routes: readonly Route[];
	gates: readonly Gate[];
	isAuthorized(headers: IncomingHttpHeaders): boolean;
	unknownRoute(call: Call): Refusal;
	/** Headers of every reply of a known route. */
	replyHeaders(route: Route): Record<string, string>;
	/** Called with the answer to each request of a known route. */
	answered?(call: Call, route: Route, answer: Answer): void;
	/** Back to the seed data. */
	reset(): void;
}
