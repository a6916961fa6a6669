import type { Kayse } from './kayse';
import type { Campaign, Case, CaseList, Client } from './state';
import { allValues } from './values';

const origin = { origin: 'public_api', update_origin: null } as const;

function originOf({ settings }: Kayse): Partial<typeof origin> {
	return settings.showsOrigin ? origin : {};
}

/** A client in the replies to writes. */
export function fullClient(kayse: Kayse, client: Client): Record<string, unknown> {
	const { voice_calls_opted_out, case_ids } = client;
	return { ...clientDetails(kayse, client), voice_calls_opted_out, case_ids };
}

/** GET /clients/{id}: Kayse's example has neither the links nor the voice opt-out. */
export function readClient(kayse: Kayse, client: Client): Record<string, unknown> {
	return kayse.settings.getShowsLinks ? fullClient(kayse, client) : clientDetails(kayse, client);
}

function clientDetails(kayse: Kayse, { id, gender, values }: Client): Record<string, unknown> {
	return { id, ...allValues(kayse, 'clients', values), gender, ...originOf(kayse) };
}

/** A case in the replies to writes. */
export function fullCase(kayse: Kayse, record: Case): Record<string, unknown> {
	const { client_ids, opt_out_voice_calls } = record;
	return { ...caseDetails(kayse, record), client_ids, opt_out_voice_calls };
}

/** GET /cases/{id}: Kayse's example has neither the links nor the voice opt-out. */
export function readCase(kayse: Kayse, record: Case): Record<string, unknown> {
	const { getShowsLinks, getShowsOptOuts } = kayse.settings;
	return {
		...(getShowsLinks ? fullCase(kayse, record) : caseDetails(kayse, record)),
		...(getShowsOptOuts ? optOutsOf(kayse, record) : {}),
	};
}

function caseDetails(kayse: Kayse, { id, values }: Case): Record<string, unknown> {
	return { id, ...allValues(kayse, 'cases', values), ...originOf(kayse) };
}

/** Whether any client of the case opted out. */
function optOutsOf({ state, settings: { optedOutOf } }: Kayse, { client_ids }: Case): Record<string, boolean> {
	const call_opted_out = client_ids.some((id) => state.clients.get(id)?.voice_calls_opted_out);
	const isAny = (ids: number[] = []) => client_ids.some((id) => ids.includes(id));
	return { call_opted_out, sms_opted_out: isAny(optedOutOf.sms), email_opted_out: isAny(optedOutOf.email) };
}

/** The API reference shows no case list; these are the newer docs' members (docs/vendors/kayse.md#c14). */
export function shownCaseList(kayse: Kayse, { id, values, case_ids }: CaseList): Record<string, unknown> {
	const { is_obo: _inRequestsOnly, ...shown } = allValues(kayse, 'case_lists', values);
	return { id, ...shown, case_count: case_ids.length, ...origin };
}

function campaignId({ settings }: Kayse, id: number): Record<string, number> {
	return settings.campaignIds === 'none' ? {} : { [settings.campaignIds]: id };
}

/** See docs/vendors/kayse.md#campaigns. */
export function shownCampaign(
	kayse: Kayse,
	{ id, name, agent_id, case_list_id, values, stats }: Campaign,
): Record<string, unknown> {
	const { caseLists, agents } = kayse.state;
	return {
		...campaignId(kayse, id),
		name,
		agent_id,
		case_list_id,
		case_list_name: caseLists.get(case_list_id)?.values.name ?? null,
		agent: agents.get(agent_id) ?? null,
		stats,
		...values,
	};
}
