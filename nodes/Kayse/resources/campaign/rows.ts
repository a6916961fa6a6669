import { isRecord } from '../../../shared/values/json';

/** A campaign, or a part of it, as it is sent. */
export type Body = Record<string, unknown>;

/** The rows of a list in it, such as `runs`; none where there is no such list. */
export function rowsIn(body: Body, member: string): Body[] {
	const rows = body[member];
	return Array.isArray(rows) ? rows.filter(isRecord) : [];
}
