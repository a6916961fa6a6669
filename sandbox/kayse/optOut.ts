import type { Case, Client, KayseState } from './state';

function mark({ clients }: KayseState, ids: Iterable<number>, voice_calls_opted_out: boolean): void {
	for (const id of new Set(ids)) {
		const client = clients.get(id);
		if (client) clients.change(client, { voice_calls_opted_out });
	}
}

/**
 * "Apply the opt-out flag across linked clients/cases when set" (docs/vendors/kayse.md#clients), taken for:
 * `true` and `false` alike go to every client that shares a case with this one. The cases' own flag stays.
 */
export function optOutClient(state: KayseState, client: Client, optedOut: boolean): void {
	const linked = client.case_ids.flatMap((id) => state.cases.get(id)?.client_ids ?? []);
	mark(state, [client.id, ...linked], optedOut);
}

/**
 * "When true, marks all linked clients voice-calls opted out" (docs/vendors/kayse.md#cases); `false` marks no client.
 */
export function optOutCase(state: KayseState, record: Case, optedOut: boolean): void {
	state.cases.change(record, { opt_out_voice_calls: optedOut });
	if (optedOut) mark(state, record.client_ids, true);
}
