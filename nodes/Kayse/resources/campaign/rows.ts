import { invalidInput } from '../../../shared/contract/failure';
import { isRecord } from '../../../shared/values/json';
import { isNothing } from '../../../shared/values/reading/nothing';
import { shown } from '../../../shared/values/shown';

/** A campaign or a part of it, in the form that is sent. */
export type Body = Record<string, unknown>;

/**
 * The rows of a list in a campaign, such as `runs`; none if the list is missing.
 * @throws ItemFailure if it is not a list of objects, because its content cannot be checked
 */
export function rowsIn(body: Body, member: string): Body[] {
	const { [member]: rows } = body;
	if (isNothing(rows)) return [];
	if (Array.isArray(rows) && rows.every(isRecord)) return rows;
	throw invalidInput(
		`"${member}" must be a list of objects (got "${shown(rows)}")`,
		'Correct it in "More Settings (JSON)", as in { "runs": [{ "start_date": "2026-03-01", "end_date": "2026-03-31" }] }.',
	);
}
