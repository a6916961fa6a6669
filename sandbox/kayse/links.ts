import type { Case, Client, KayseState } from './state';

function toggled(ids: readonly number[], id: number): number[] {
	return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

/** Entries of only one of the lists. */
function difference(left: readonly number[], right: readonly number[]): number[] {
	return [...new Set([...left, ...right])].filter((id) => left.includes(id) !== right.includes(id));
}

/** "Replaces links on create/update" (docs/vendors/kayse.md#clients); the cases' side follows. */
export function replaceCases({ clients, cases }: KayseState, client: Client, caseIds: readonly number[]): void {
	const wanted = [...new Set(caseIds)];
	for (const id of difference(client.case_ids, wanted)) {
		const linked = cases.get(id);
		if (linked) cases.change(linked, { client_ids: toggled(linked.client_ids, client.id) });
	}
	clients.change(client, { case_ids: wanted });
}

/** The same from the case's side (docs/vendors/kayse.md#cases). */
export function replaceClients({ clients, cases }: KayseState, record: Case, clientIds: readonly number[]): void {
	const wanted = [...new Set(clientIds)];
	for (const id of difference(record.client_ids, wanted)) {
		const linked = clients.get(id);
		if (linked) clients.change(linked, { case_ids: toggled(linked.case_ids, record.id) });
	}
	cases.change(record, { client_ids: wanted });
}
