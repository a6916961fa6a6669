import { mapMembers } from './mapTexts';

/** `id`, `caseId`, `case_id`, `caseID`, and several in one: `case_ids`, `clientIds`. */
const ID = /^(?:\$?ids?|.*(?:Ids?|IDs?|_ids?))$/;

const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

/**
 * IDs as texts, because the arguments of the other tools take texts: there, n8n refuses a number before the node sees
 * it.
 */
export const idsAsTexts = mapMembers((name, value) => {
	if (!ID.test(name)) return value;
	return Array.isArray(value) ? value.map(asText) : asText(value);
});
