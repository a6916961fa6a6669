import { Answer, Refusal } from '../server/answer';
import type { FieldIssue } from '../server/route';
import type { Kayse } from './kayse';

/** The newer docs' error body; the API reference shows none (docs/vendors/kayse.md#errors). */
function refuse(status: number, error: string, message: string, headers: Record<string, string> = {}): Refusal {
	return new Refusal(new Answer(status, { error, message }, headers));
}

/** 401, of both hosts. */
export function unauthorized(): Refusal {
	return refuse(401, 'unauthorized', 'The API key is missing or incorrect');
}

/** 404 for a record and for a path: the vendor does not say which. */
export function notFound(headers?: Record<string, string>): Refusal {
	return refuse(404, 'not found', 'The requested resource could not be found', headers);
}

/** 405. @param headers with `Allow` */
export function methodNotAllowed(headers: Record<string, string>): Refusal {
	return refuse(405, 'method not allowed', 'This endpoint has no such method', headers);
}

/** 429. @param headers that say when the window ends */
export function tooManyRequests(headers: Record<string, string>): Refusal {
	return refuse(429, 'too many requests', 'The rate limit of this API key is reached', headers);
}

/** `clients.1.case_ids.0` in the vendor's form: `clients[1].case_ids[0]`. */
function named(field: string): string {
	return field.replace(/\.(\d+)(?=\.|$)/g, '[$1]');
}

/** 400 with the first wrong field: "return the first error encountered" (docs/vendors/kayse.md#cases). */
export function badRequest([issue]: FieldIssue[]): Refusal {
	const { field, message } = issue ?? { field: '', message: 'Your request is invalid' };
	return refuse(400, 'bad request', field ? `${named(field)}: ${message}` : message);
}

/** The error text of a bulk endpoint for a wrong row. */
export function badRows({ settings }: Kayse, issues: FieldIssue[]): Refusal {
	const inRow = /^\w+\.\d+/.test(issues[0]?.field ?? '');
	return inRow && settings.bulkErrors === 'anonymous'
		? refuse(400, 'bad request', 'validation failed')
		: badRequest(issues);
}

/** The record of a path, or 404. */
export function found<T>(record: T | undefined): T {
	if (record === undefined) throw notFound();
	return record;
}

/** Ends the request if there are issues. */
export function refuseIf(issues: FieldIssue[], reject = badRequest): void {
	if (issues.length > 0) throw reject(issues);
}
