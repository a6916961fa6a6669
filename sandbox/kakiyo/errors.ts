import { Answer, Refusal } from '../server/answer';
import type { FieldIssue } from '../server/route';

/** The vendor's flat error body; some errors add members of their own. */
export class KakiyoRefusal extends Refusal {
	constructor(
		status: number,
		readonly code: string,
		override readonly message: string,
		extra: Record<string, unknown>,
		headers: Record<string, string>,
	) {
		super(new Answer(status, { error: code, message, ...extra }, headers));
	}
}

/** A refusal with the vendor's error body. */
export function refuse(
	status: number,
	error: string,
	message: string,
	extra: Record<string, unknown> = {},
	headers: Record<string, string> = {},
): KakiyoRefusal {
	return new KakiyoRefusal(status, error, message, extra, headers);
}

/**
 * 404.
 * @param what the kind of record, as the message names it;
 * @param error the code
 */
export function notFound(what: string, error = 'not_found'): KakiyoRefusal {
	return refuse(404, error, `${what} not found`);
}

/** 400 with one detail per wrong field. */
export function validationError(details: FieldIssue[]): KakiyoRefusal {
	return refuse(400, 'validation_error', describe(details), { details });
}

/** The DNC and bulk delete wording of a bad request. */
export function invalidRequest(details: FieldIssue[]): KakiyoRefusal {
	return refuse(400, 'invalid_request', describe(details), { details });
}

/** 409: one import at a time for a campaign. */
export function campaignBusy(): KakiyoRefusal {
	return refuse(409, 'campaign_busy', 'An import for this campaign is still running');
}

function describe(details: FieldIssue[]): string {
	return details.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
}

/** The entry with this id, or 404. */
export function find<T>(collection: ReadonlyMap<string, T>, id: string | undefined, what: string, error?: string): T {
	const found = id === undefined ? undefined : collection.get(id);
	if (found === undefined) throw notFound(what, error);
	return found;
}
