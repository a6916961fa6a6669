import type { FieldIssue } from '../server/route';
import type { CaseListBody } from './contract/caseLists';
import type { UpdateMode } from './contract/records';
import { unknownIds } from './issues';
import type { Kayse } from './kayse';
import type { Case, CaseFilter, CaseList } from './state';
import { allValues, updatedValues } from './values';

type Selection = Pick<CaseList, 'filter' | 'include_ids' | 'exclude_ids'>;

function matches({ state, settings }: Kayse, { case_type_ids, status_ids }: CaseFilter, { values }: Case): boolean {
	if (!case_type_ids && !status_ids) return settings.emptyFilter === 'everyCase';
	const { type, status } = values;
	return (
		(case_type_ids?.includes(state.caseTypes.idOf(String(type))) ?? true) &&
		(status_ids?.includes(state.statuses.idOf(String(status))) ?? true)
	);
}

/** The filter's result with the overrides. Without a filter a list has no members. */
function membersOf(kayse: Kayse, { filter, include_ids, exclude_ids }: Selection): number[] {
	const matching = filter ? kayse.state.cases.list().filter((record) => matches(kayse, filter, record)) : [];
	return [...new Set([...matching.map(({ id }) => id), ...include_ids])].filter((id) => !exclude_ids.includes(id));
}

/** Conflicts of the body with the state; `list` is the one that it changes by merging. */
export function caseListIssues(
	{ state }: Kayse,
	{ filter, include_ids, exclude_ids }: CaseListBody,
	list?: CaseList,
): FieldIssue[] {
	const filtered = (filter === undefined ? list?.filter : filter) ?? undefined;
	const needing = Object.entries({ include_ids, exclude_ids }).filter(([, ids]) => ids !== undefined);
	return [
		...(filtered ? [] : needing.map(([field]) => ({ field, message: 'requires filter to be present' }))),
		...unknownIds(state.cases, 'include_ids', 'case', include_ids),
		...unknownIds(state.cases, 'exclude_ids', 'case', exclude_ids),
	];
}

/** "When set, propagates the 'on behalf of' flag to member cases" (docs/vendors/kayse.md#case-lists). */
function propagateObo({ state }: Kayse, { case_ids }: CaseList, { values: { is_obo } }: CaseListBody): void {
	if (typeof is_obo !== 'boolean') return;
	for (const id of case_ids) {
		const record = state.cases.get(id);
		if (record) state.cases.change(record, { values: { ...record.values, is_obo } });
	}
}

/** Adds a case list and applies its filter. */
export function createCaseList(kayse: Kayse, body: CaseListBody): CaseList {
	const values = allValues(kayse, 'case_lists', body.values);
	const selection = {
		filter: body.filter ?? null,
		include_ids: body.include_ids ?? [],
		exclude_ids: body.exclude_ids ?? [],
	};
	const case_ids = membersOf(kayse, selection);
	const list = kayse.state.caseLists.add((id) => ({ id, values, ...selection, case_ids }));
	propagateObo(kayse, list, body);
	return list;
}

/** "The filter is re-applied with the equivalent of a 'set' action" (docs/vendors/kayse.md#case-lists). */
export function updateCaseList(kayse: Kayse, list: CaseList, body: CaseListBody, mode: UpdateMode): CaseList {
	const before: Selection = mode === 'merge' ? list : { filter: null, include_ids: [], exclude_ids: [] };
	const selection = {
		filter: body.filter === undefined ? before.filter : body.filter,
		include_ids: body.include_ids ?? before.include_ids,
		exclude_ids: body.exclude_ids ?? before.exclude_ids,
	};
	kayse.state.caseLists.change(list, {
		values: updatedValues(kayse, 'case_lists', body, list.values, mode),
		...selection,
		case_ids: membersOf(kayse, selection),
	});
	propagateObo(kayse, list, body);
	return list;
}
