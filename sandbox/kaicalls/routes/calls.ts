import type { Route } from '../../server/vendor';
import type { Access } from '../access';
import { isKnown, statusOf } from '../callStatus';
import { callsQuery, createCall } from '../contract/calls';
import { refuse } from '../errors';
import type { KaiCalls } from '../kaicalls';
import { page } from '../paging';
import type { Agent, Lead } from '../state';
import { detailedCall, listedCall, numberOf, placedCall } from '../views';
import { withBody, withQuery } from './builders';

/** The endpoints of calls. */
export function callRoutes(kaicalls: KaiCalls): Route[] {
	/** The lead of a call: the named one, otherwise the one with that number. */
	function leadOf(access: Access, { business_id }: Agent, to: string, leadId: string | undefined): Lead | undefined {
		const { leads } = kaicalls.state;
		if (leadId !== undefined) return access.find(leads, leadId, 'lead', business_id);
		return access.all(leads, business_id).find(({ phone }) => phone === to);
	}

	return [
		withBody({
			method: 'POST',
			path: '/calls',
			status: 201,
			body: createCall,
			async handle({ body, headers }) {
				const access = kaicalls.access(headers);
				const { settings, state, line } = kaicalls;
				const agent = access.find(state.agents, body.agent_id, 'agent');
				const lead = leadOf(access, agent, body.to, body.lead_id);
				if (numberOf(kaicalls, agent.id) === null || settings.unstartable.includes(body.to)) {
					throw refuse(500, 'call_failed', 'The voice provider could not start the call');
				}
				const call = line.place({
					agent_id: agent.id,
					business_id: agent.business_id,
					to: body.to,
					lead_id: lead?.id ?? null,
					name: body.name ?? body.customer_name ?? lead?.first_name ?? null,
					context: body.context ?? null,
					first_message: body.firstMessage ?? body.first_message ?? null,
					webhook_url: body.webhook_url ?? null,
					max_duration: body.max_duration,
				});
				if (settings.callback === 'beforeReply') await line.end(call);
				return placedCall(kaicalls, call);
			},
		}),
		withQuery({
			method: 'GET',
			path: '/calls',
			query: callsQuery,
			handle({ query: { id, agent_id, status, ...where }, headers }) {
				const access = kaicalls.access(headers);
				const calls = new Map([...kaicalls.state.calls].filter(([, call]) => isKnown(kaicalls, call)));
				if (id !== undefined) return detailedCall(kaicalls, access.find(calls, id, 'call'));
				const wanted = access
					.all(calls)
					.filter(
						(call) =>
							(agent_id === undefined || call.agent_id === agent_id) &&
							(status === undefined || statusOf(kaicalls, call) === status),
					);
				const { rows, has_more } = page(kaicalls, wanted, where);
				return { calls: rows.map((call) => listedCall(kaicalls, call)), has_more };
			},
		}),
	];
}
