import { Answer, Refusal } from '../server/answer';
import type { FieldIssue } from '../server/route';
import type { KairoAccount } from './account';
import { limitHeaders } from './limits';
import type { KairoSettings } from './settings';

interface Problem {
	status: number;
	code: string;
	message: string;
}

/** No document shows a refusal, so the node must read each of these forms. */
const bodies: Record<KairoSettings['errorShape'], (problem: Problem) => unknown> = {
	nested: ({ code, message }) => ({ error: { code, message } }),
	text: ({ message }) => ({ error: message }),
	message: ({ code, message }) => ({ code, message }),
	detail: ({ message }) => ({ detail: message }),
	title: ({ status, message }) => ({ status, title: message }),
	empty: () => undefined,
};

function refuse(kairo: KairoAccount, problem: Problem, headers: Record<string, string> = {}): Refusal {
	// An unknown path has no route, so the headers are added here.
	return new Refusal(
		new Answer(problem.status, bodies[kairo.settings.errorShape](problem), { ...limitHeaders(kairo), ...headers }),
	);
}

/** 401 for every key but the account's own. */
export function unauthorized(kairo: KairoAccount): Refusal {
	return refuse(kairo, { status: 401, code: 'unauthorized', message: 'The API key is missing or wrong' });
}

/**
 * 404.
 * @param what the kind of record, whose name is in the code, such as `agent_not_found`
 */
export function unknownRecord(kairo: KairoAccount, what: string, id: string): Refusal {
	return refuse(kairo, {
		status: 404,
		code: `${what.replace(' ', '_')}_not_found`,
		message: `No ${what} has the ID ${id}`,
	});
}

/** 404 of a path that the account does not serve. */
export function unknownEndpoint(kairo: KairoAccount, method: string, path: string): Refusal {
	return refuse(kairo, { status: 404, code: 'endpoint_not_found', message: `No such endpoint: ${method} ${path}` });
}

/** 405 with the methods that are allowed in `Allow`. */
export function methodNotAllowed(kairo: KairoAccount, method: string, allowed: readonly string[]): Refusal {
	const problem = { status: 405, code: 'method_not_allowed', message: `${method} is not allowed here` };
	return refuse(kairo, problem, { allow: allowed.join(', ') });
}

/** 409, as for a key that another source has. */
export function conflict(kairo: KairoAccount, message: string): Refusal {
	return refuse(kairo, { status: 409, code: 'conflict', message });
}

/** 400 that names each wrong field in its message. */
export function invalidRequest(kairo: KairoAccount, issues: FieldIssue[]): Refusal {
	const message = issues.map((issue) => (issue.field ? `${issue.field}: ${issue.message}` : issue.message)).join('; ');
	return refuse(kairo, { status: 400, code: 'invalid_request', message });
}

/** 429; `endsAt` is the time of the next free place. */
export function tooMany(
	kairo: KairoAccount,
	code: 'rate_limited' | 'too_many_runs',
	message: string,
	endsAt: number,
): Refusal {
	const { settings, clock } = kairo;
	const headers: Record<string, string> = settings.retryAfterHeader
		? { 'retry-after': String(clock.secondsUntil(endsAt)) }
		: {};
	return refuse(kairo, { status: 429, code, message }, headers);
}
