import type { FieldIssue } from '../server/route';
import type { ClientBody } from './contract/clients';
import type { UpdateMode } from './contract/records';
import { unknownId, unknownIds } from './issues';
import type { Kayse } from './kayse';
import { replaceCases } from './links';
import { optOutClient } from './optOut';
import type { Client } from './state';
import { allValues, updatedValues } from './values';

/** Conflicts of the body with the state. */
export function clientIssues({ state }: Kayse, { case_ids, case_id }: ClientBody): FieldIssue[] {
	return [
		...unknownIds(state.cases, 'case_ids', 'case', case_ids),
		...(case_id === undefined ? [] : unknownId(state.cases, 'case_id', case_id, 'case')),
	];
}

function takeEffects(kayse: Kayse, client: Client, { case_ids, case_id, voice_calls_opted_out }: ClientBody): void {
	const links = case_id === undefined ? case_ids : [...(case_ids ?? []), case_id];
	if (links) replaceCases(kayse.state, client, links);
	if (voice_calls_opted_out !== undefined) optOutClient(kayse.state, client, voice_calls_opted_out);
}

/** Adds a client with its links to cases. */
export function createClient(kayse: Kayse, body: ClientBody): Client {
	const values = allValues(kayse, 'clients', body.values);
	const client = kayse.state.clients.add((id) => ({
		id,
		values,
		gender: null,
		voice_calls_opted_out: false,
		case_ids: [],
	}));
	takeEffects(kayse, client, body);
	return client;
}

/** Changes a client; with `replace`, the settings decide about links and opt-outs that the body leaves out. */
export function updateClient(kayse: Kayse, client: Client, body: ClientBody, mode: UpdateMode): Client {
	const { state, settings } = kayse;
	state.clients.change(client, { values: updatedValues(kayse, 'clients', body, client.values, mode) });
	if (mode === 'replace' && settings.omittedLinks === 'cleared') replaceCases(state, client, body.case_ids ?? []);
	if (mode === 'replace' && settings.omittedOptOuts === 'cleared')
		state.clients.change(client, { voice_calls_opted_out: body.voice_calls_opted_out ?? false });
	takeEffects(kayse, client, body);
	return client;
}

/** Also removes the client from its cases. */
export function deleteClient({ state }: Kayse, client: Client): void {
	replaceCases(state, client, []);
	state.clients.remove(client);
}
