import type { Kayse } from './kayse';
import type { Call, Campaign, Case, CaseFilter, Client, Message } from './state';
import { allValues } from './values';

interface SnapshotRow {
	id: number;
	/** The API's own fields. */
	[field: string]: unknown;
}

type ClientSnapshot = SnapshotRow & Pick<Client, 'gender' | 'voice_calls_opted_out' | 'case_ids'>;
type CaseSnapshot = SnapshotRow & Pick<Case, 'opt_out_voice_calls' | 'client_ids'>;
type CaseListSnapshot = SnapshotRow & {
	filter: CaseFilter | null;
	include_ids: number[];
	exclude_ids: number[];
	/** The members. */
	case_ids: number[];
};

/** The company as plain JSON, independent of the settings. */
export interface KayseSnapshot {
	clients: ClientSnapshot[];
	cases: CaseSnapshot[];
	caseLists: CaseListSnapshot[];
	campaigns: Array<SnapshotRow & Pick<Campaign, 'name' | 'agent_id' | 'case_list_id'>>;
	calls: Call[];
	messages: Message[];
	/** Ids by name, for filters. */
	caseTypes: Record<string, number>;
	statuses: Record<string, number>;
}

/** The present state of the company as plain JSON. */
export function snapshotOf(kayse: Kayse): KayseSnapshot {
	const { clients, cases, caseLists, campaigns, calls, messages, caseTypes, statuses } = kayse.state;
	return structuredClone({
		clients: clients.list().map(({ values, ...client }) => ({ ...client, ...allValues(kayse, 'clients', values) })),
		cases: cases.list().map(({ values, ...record }) => ({ ...record, ...allValues(kayse, 'cases', values) })),
		caseLists: caseLists.list().map(({ values, ...list }) => ({ ...list, ...allValues(kayse, 'case_lists', values) })),
		campaigns: campaigns.list().map(({ values, ...campaign }) => ({ ...campaign, ...values })),
		calls: calls.list(),
		messages: messages.list(),
		caseTypes: caseTypes.all(),
		statuses: statuses.all(),
	});
}
