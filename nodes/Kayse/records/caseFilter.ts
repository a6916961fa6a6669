import { invalidInput, type ItemFailure } from '../../shared/contract/failure';
import { isRecord } from '../../shared/values/json';
import { isNothing } from '../../shared/values/reading/nothing';
import { shown } from '../../shared/values/shown';
import { stringOf } from '../../shared/values/text';

const EXAMPLE = '{ "case_type_ids": [25], "status_ids": [30] }';

const IDS = /_ids?$/;

const isId = (value: unknown): boolean => /^[1-9]\d*$/.test(stringOf(value));

const unfit = (label: string, what: string): ItemFailure =>
	invalidInput(`"${label}" ${what}`, `Enter a filter such as ${EXAMPLE}.`);

/** @throws ItemFailure for a member that selects all cases, or that cannot match any */
function checkMember(name: string, value: unknown, label: string): void {
	const entries = [value].flat();
	if (entries.length === 0 || isNothing(entries)) throw unfit(label, `has an empty "${shown(name)}"`);
	const other = IDS.test(name) ? entries.find((entry) => !isId(entry)) : undefined;
	if (other !== undefined) throw unfit(label, `must have only IDs under "${shown(name)}" (got "${shown(other)}")`);
	// A member that contains IDs cannot be a field of a case.
	const inner = isRecord(value) ? Object.keys(value).find((key) => IDS.test(key)) : undefined;
	if (inner !== undefined) throw unfit(label, `has "${shown(inner)}" within "${shown(name)}"`);
}

/**
 * Refuses a filter that may select all cases of the firm: a campaign would call all their clients.
 * @param label of the field
 * @throws ItemFailure with the name of the member
 */
export function checkNarrows(filter: Record<string, unknown>, label: string): void {
	if (Object.keys(filter).length === 0) throw unfit(label, 'is empty, which may mean all cases of the firm');
	for (const [name, value] of Object.entries(filter)) checkMember(name, value, label);
}
