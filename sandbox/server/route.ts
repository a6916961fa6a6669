import { z } from 'zod';
import { Answer, type Refusal } from './answer';
import type { Call, Method, Route } from './vendor';

/** A wrong member of a body or a query, and the mistake. */
export interface FieldIssue {
	field: string;
	message: string;
}

/** The vendor's answer to wrong input. */
export type Reject = (issues: FieldIssue[]) => Refusal;

type Schema<T> = z.ZodType<T, z.ZodTypeDef, unknown>;

interface Endpoint<Input> {
	method: Method;
	path: string;
	/** Success status; 200 when left out. */
	status?: number;
	/** Returns the body, or an `Answer` when it needs headers. */
	handle(input: Input): unknown;
}

type Params = Pick<Call, 'params' | 'headers'>;

const noQuery = z.object({}).strict();
// Clients often send `{}` if no body is documented.
const emptyBody = z.object({}).strict().optional();

/** Turns zod's findings into one issue per field; an unknown member is named by its own path. */
export function fieldIssues(error: z.ZodError): FieldIssue[] {
	return error.issues.flatMap((issue) =>
		issue.code === 'unrecognized_keys'
			? issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), message: 'Unknown member' }))
			: [{ field: issue.path.join('.'), message: issue.message }],
	);
}

function check<T>(schema: Schema<T>, value: unknown, reject: Reject): T {
	const result = schema.safeParse(value);
	if (!result.success) throw reject(fieldIssues(result.error));
	return result.data;
}

function readJson(call: Call, reject: Reject): unknown {
	if (call.text === undefined) return undefined;
	if (!/^application\/json\b/i.test(call.headers['content-type'] ?? '')) {
		throw reject([{ field: 'Content-Type', message: 'Must be application/json' }]);
	}
	try {
		return JSON.parse(call.text);
	} catch {
		throw reject([{ field: '', message: 'The body is not valid JSON' }]);
	}
}

/** The three ways to define a route, each checked by strict schemas and refused in the vendor's words. */
export function routeBuilders(reject: Reject) {
	function define<Query, Body>(
		query: Schema<Query>,
		body: Schema<Body>,
		endpoint: Endpoint<Params & { query: Query; body: Body }>,
	): Route {
		return {
			method: endpoint.method,
			path: endpoint.path,
			async answer(call) {
				const result = await endpoint.handle({
					params: call.params,
					headers: call.headers,
					query: check(query, call.query, reject),
					body: check(body, readJson(call, reject), reject),
				});
				return result instanceof Answer ? result : new Answer(endpoint.status ?? 200, result);
			},
		};
	}

	return {
		plain: (endpoint: Endpoint<Params>): Route => define(noQuery, emptyBody, endpoint),
		withQuery: <Query>({ query, ...endpoint }: Endpoint<Params & { query: Query }> & { query: Schema<Query> }): Route =>
			define(query, emptyBody, endpoint),
		withBody: <Body>({ body, ...endpoint }: Endpoint<Params & { body: Body }> & { body: Schema<Body> }): Route =>
			define(noQuery, body, endpoint),
	};
}
