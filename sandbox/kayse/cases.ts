import type { FieldIssue } from '../server/route';
import type { CaseBody } from './contract/cases';
import type { UpdateMode } from './contract/records';
import { unknownIds } from './issues';
import type { Kayse } from './kayse';
import { replaceClients } from './links';
import { optOutCase } from './optOut';
import type { Case } from './state';
import { allValues, updatedValues } from './values';

/** Conflicts of the body with the state; `numberIssues` checks the case number. */
export function caseIssues({ state, settings }: Kayse, { values, client_ids }: CaseBody): FieldIssue[] {
	const { external_source: source } = values;
	const known = source === undefined || settings.caseExternalSources.some((one) => one === source);
	return [
		...(known
			? []
			: [{ field: 'external_source', message: `must be one of ${settings.caseExternalSources.join(', ')}` }]),
		...unknownIds(state.clients, 'client_ids', 'client', client_ids),
	];
}

/** Stands for the ID of a case that the same body creates. */
const unsaved = 0;

/** Checks row by row that its "unique case identifier" is unique, including the changes of earlier rows. */
export function caseNumberCheck({ state }: Kayse) {
	const owners = new Map(state.cases.list().map(({ id, values }) => [values.case_number, id]));
	/** A new case has no id yet. */
	return ({ values }: CaseBody, id?: number): FieldIssue[] => {
		const { case_number } = values;
		if (case_number === undefined) return [];
		const owner = owners.get(case_number);
		if (owner !== undefined && owner !== id) return [{ field: 'case_number', message: 'is already taken' }];
		for (const [number, holder] of owners) if (holder === id) owners.delete(number);
		owners.set(case_number, id ?? unsaved);
		return [];
	};
}

function takeEffects(kayse: Kayse, record: Case, { client_ids, opt_out_voice_calls }: CaseBody): void {
	if (client_ids) replaceClients(kayse.state, record, client_ids);
	if (opt_out_voice_calls !== undefined) optOutCase(kayse.state, record, opt_out_voice_calls);
}

/** Status and type are "created if missing" (docs/vendors/kayse.md#metadata). */
function nameKinds({ state }: Kayse, { values }: Case): void {
	state.statuses.idOf(String(values.status));
	state.caseTypes.idOf(String(values.type));
}

/** Adds a case with its links to clients, and its type and status if they are new. */
export function createCase(kayse: Kayse, body: CaseBody): Case {
	const values = allValues(kayse, 'cases', body.values);
	const record = kayse.state.cases.add((id) => ({ id, values, opt_out_voice_calls: false, client_ids: [] }));
	nameKinds(kayse, record);
	takeEffects(kayse, record, body);
	return record;
}

/** Changes a case; with `replace`, the settings decide about links and opt-outs that the body leaves out. */
export function updateCase(kayse: Kayse, record: Case, body: CaseBody, mode: UpdateMode): Case {
	const { state, settings } = kayse;
	state.cases.change(record, { values: updatedValues(kayse, 'cases', body, record.values, mode) });
	nameKinds(kayse, record);
	if (mode === 'replace' && settings.omittedLinks === 'cleared') replaceClients(state, record, body.client_ids ?? []);
	if (mode === 'replace' && settings.omittedOptOuts === 'cleared')
		state.cases.change(record, { opt_out_voice_calls: body.opt_out_voice_calls ?? false });
	takeEffects(kayse, record, body);
	return record;
}

/** Removes the case from its clients and from every list. */
export function deleteCase({ state }: Kayse, record: Case): void {
	replaceClients(state, record, []);
	for (const list of state.caseLists.list()) {
		if (list.case_ids.includes(record.id))
			state.caseLists.change(list, { case_ids: list.case_ids.filter((id) => id !== record.id) });
	}
	state.cases.remove(record);
}
