import type { AuditLog } from '../audit';
import { replaceClients } from '../links';
import { Names } from '../nameIds';
import type { KayseState } from '../state';
import { Table } from '../table';
import { seedAgents, seedCampaigns } from './campaigns';
import { seedCaseLists } from './caseLists';
import { seedCases } from './cases';
import { seedClients } from './clients';

/** The first id of each kind: far apart, so that a wrong kind of id finds nothing. */
const firstIds = {
	caseType: 21,
	status: 41,
	campaign: 71,
	client: 401,
	caseList: 501,
	call: 3001,
	message: 6001,
	case: 9001,
} as const;

function emptyState(audit: AuditLog): KayseState {
	return {
		clients: new Table('clients', firstIds.client, audit),
		cases: new Table('cases', firstIds.case, audit),
		caseLists: new Table('case_lists', firstIds.caseList, audit),
		campaigns: new Table('campaigns', firstIds.campaign, audit),
		calls: new Table('calls', firstIds.call, audit),
		messages: new Table('messages', firstIds.message, audit),
		caseTypes: new Names(firstIds.caseType),
		statuses: new Names(firstIds.status),
		agents: seedAgents,
	};
}

function addCases(state: KayseState): void {
	for (const { clients, ...seed } of seedCases) {
		const record = state.cases.add((id) => ({ id, ...seed, client_ids: [] }));
		replaceClients(
			state,
			record,
			clients.map((place) => firstIds.client + place),
		);
		state.caseTypes.idOf(String(seed.values.type));
		state.statuses.idOf(String(seed.values.status));
	}
}

function addCaseLists({ caseLists, cases, caseTypes, statuses }: KayseState): void {
	for (const { name, description, type, status } of seedCaseLists) {
		const members = cases.list().filter(({ values }) => values.type === type && values.status === status);
		caseLists.add((id) => ({
			id,
			values: { name, description, is_obo: null },
			filter: { case_type_ids: [caseTypes.idOf(type)], status_ids: [statuses.idOf(status)] },
			include_ids: [],
			exclude_ids: [],
			case_ids: members.map((record) => record.id),
		}));
	}
}

/** A fresh company with the same data and ids each time. */
export function seedState(audit: AuditLog): KayseState {
	return audit.silently(() => {
		const state = emptyState(audit);
		for (const client of seedClients) state.clients.add((id) => ({ id, ...client, case_ids: [] }));
		addCases(state);
		addCaseLists(state);
		for (const { list, ...campaign } of seedCampaigns) {
			state.campaigns.add((id) => ({ id, case_list_id: firstIds.caseList + list, ...campaign }));
		}
		return state;
	});
}
