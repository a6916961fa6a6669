import type { Route } from '../../server/vendor';
import { createLead, leadAuditQuery, leadsQuery, type LeadsQuery, updateLead } from '../contract/leads';
import type { KaiCalls } from '../kaicalls';
import { firstOf, lastFirst, page } from '../paging';
import type { Lead } from '../state';
import { shownLead } from '../views';
import { withBody, withQuery } from './builders';

const millisecondsPerHour = 3_600_000;
const hoursPerDay = 24;
const closedStatuses: readonly string[] = ['won', 'converted', 'booked'];

function equals(wanted: string | undefined, actual: string | null): boolean {
	return wanted === undefined || wanted === actual;
}

function within(time: number, after: string | undefined, before: string | undefined): boolean {
	return (after === undefined || time > Date.parse(after)) && (before === undefined || time < Date.parse(before));
}

function matches(lead: Lead, query: LeadsQuery): boolean {
	const { score_gte = -Infinity, score_lte = Infinity } = query;
	const score = lead.score ?? 0;
	return (
		(query.status === undefined || query.status.split(',').includes(lead.status)) &&
		equals(query.source, lead.source) &&
		equals(query.agent_id, lead.agent_id) &&
		equals(query.phone, lead.phone) &&
		equals(query.email, lead.email) &&
		within(lead.created_at, query.created_after, query.created_before) &&
		within(lead.updated_at, query.updated_after, query.updated_before) &&
		score >= score_gte &&
		score <= score_lte
	);
}

/** The members with a value; an optional one may be present as `undefined`. */
function given(fields: Record<string, string | undefined>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);
}

/** The endpoints of leads. */
export function leadRoutes(kaicalls: KaiCalls): Route[] {
	return [
		withQuery({
			method: 'GET',
			path: '/leads',
			query: leadsQuery,
			handle({ query, headers }) {
				const access = kaicalls.access(headers);
				const { leads } = kaicalls.state;
				if (query.id !== undefined) return shownLead(kaicalls, access.find(leads, query.id, 'lead'));
				const wanted = access.all(leads).filter((lead) => matches(lead, query));
				const isByChange = kaicalls.settings.leadsOrder === 'updated';
				const { rows, has_more } = isByChange
					? firstOf(
							lastFirst(wanted, ({ updated_at }) => updated_at),
							query.limit,
						)
					: page(kaicalls, wanted, query);
				return { leads: rows.map((lead) => shownLead(kaicalls, lead)), has_more };
			},
		}),
		withQuery({
			method: 'GET',
			path: '/leads/audit',
			query: leadAuditQuery,
			handle({ query: { window_hours, stalled_days, hot_score, as_of }, headers }) {
				const now = as_of === undefined ? kaicalls.clock.now() : Date.parse(as_of);
				const hoursAgo = (hours: number) => now - hours * millisecondsPerHour;
				const leads = kaicalls.access(headers).all(kaicalls.state.leads);
				const open = leads.filter(({ status }) => !closedStatuses.includes(status));
				return {
					as_of: kaicalls.iso(now),
					total: leads.length,
					new_in_window: leads.filter(({ created_at }) => created_at > hoursAgo(window_hours) && created_at <= now)
						.length,
					stalled: open.filter(({ updated_at }) => updated_at < hoursAgo(stalled_days * hoursPerDay)).length,
					hot: open.filter(({ score }) => (score ?? 0) >= hot_score).length,
				};
			},
		}),
		withBody({
			method: 'POST',
			path: '/leads',
			status: 201,
			body: createLead,
			handle({ body, headers }) {
				const { business_id, name, first_name, last_name, email, phone, status, source, notes, agent_id, ...details } =
					body;
				const access = kaicalls.access(headers);
				const { leads, ids, agents } = kaicalls.state;
				const now = kaicalls.stamp();
				const lead: Lead = {
					id: ids.next('lead'),
					business_id: access.business(business_id),
					name: name ?? ([first_name, last_name].filter(Boolean).join(' ') || null),
					first_name: first_name ?? name?.split(' ')[0] ?? null,
					last_name: last_name ?? null,
					email: email ?? null,
					phone: phone ?? null,
					status: status ?? 'new',
					source: source ?? 'api',
					agent_id: agent_id === undefined ? null : access.find(agents, agent_id, 'agent').id,
					notes: notes ?? null,
					score: null,
					details: given(details),
					created_at: now,
					updated_at: now,
				};
				leads.set(lead.id, lead);
				void kaicalls.events.emit({
					event_type: 'lead.captured',
					object_type: 'lead',
					object_id: lead.id,
					business_id: lead.business_id,
					payload: { event: 'lead.captured', lead: shownLead(kaicalls, lead), timestamp: kaicalls.iso(now) },
				});
				return shownLead(kaicalls, lead);
			},
		}),
		withBody({
			method: 'PATCH',
			path: '/leads',
			body: updateLead,
			handle({ body: { id, address, city, state, zip, ...fields }, headers }) {
				const lead = kaicalls.access(headers).find(kaicalls.state.leads, id, 'lead');
				Object.assign(lead, given(fields), { updated_at: kaicalls.stamp() });
				Object.assign(lead.details, given({ address, city, state, zip }));
				return shownLead(kaicalls, lead);
			},
		}),
	];
}
