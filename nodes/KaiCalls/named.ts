import type { NamedRecord } from '../shared/operations/onlyIfName';
import { at, isRecord } from '../shared/values/json';

/** A single record is read as `?id=`, and may come in an envelope of its kind. */
const byId = (parameter: string, noun: string, path: string, kind: string): NamedRecord => ({
	parameter,
	noun,
	read: { path: () => path, query: (id) => ({ id }), namesIn: (body) => [at(body, 'name'), at(body, kind, 'name'), at(body, 'data', 'name')] },
});

export const namedAgent = byId('agentId', 'agent', '/agents', 'agent');
export const namedLead = byId('leadId', 'lead', '/leads', 'lead');
export const namedRun = byId('communicationRunId', 'communication run', '/communication-runs', 'communication_run');

/** Whoever has the number is one of the leads: KaiCalls knows no other people. */
export const namedRecipient: NamedRecord = {
	parameter: 'to',
	noun: 'lead',
	read: {
		path: () => '/leads',
		query: (phone) => ({ phone }),
		namesIn(body) {
			const leads = at(body, 'leads') ?? body;
			return Array.isArray(leads) ? leads.filter(isRecord).map(({ name }) => name) : [];
		},
	},
};
