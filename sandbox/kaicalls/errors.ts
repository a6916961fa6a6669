import { Answer, Refusal } from '../server/answer';
import type { FieldIssue } from '../server/route';

/** Every refusal is `{ error: { code, message } }`. */
export function refuse(status: number, code: string, message: string, headers: Record<string, string> = {}): Refusal {
	return new Refusal(new Answer(status, { error: { code, message } }, headers));
}

/** 401. */
export function unauthorized(message: string): Refusal {
	return refuse(401, 'unauthorized', message);
}

/** 403. */
export function forbidden(message: string): Refusal {
	return refuse(403, 'forbidden', message);
}

/**
 * 404.
 * @param what the kind of record, as the message names it
 */
export function notFound(what: string): Refusal {
	return refuse(404, 'not_found', `No such ${what}`);
}

/** 400 that names each wrong field in its message. */
export function invalidRequest(issues: FieldIssue[]): Refusal {
	return refuse(
		400,
		'invalid_request',
		issues.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; '),
	);
}
