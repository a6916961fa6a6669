import type { Route } from '../../server/vendor';
import { campaignsQuery, createCampaign } from '../contract/campaigns';
import { refuseIf } from '../errors';
import { unknownId } from '../issues';
import type { Kayse } from '../kayse';
import { named } from '../search';
import { shownCampaign } from '../views';
import { withBody, withQuery } from './builders';

/** The endpoints of campaigns. */
export function campaignRoutes(kayse: Kayse): Route[] {
	return [
		withBody({
			method: 'POST',
			path: '/campaigns',
			body: createCampaign,
			handle({ body: { name, agent_id, case_list_id, ...values } }) {
				const { campaigns, caseLists } = kayse.state;
				refuseIf(unknownId(caseLists, 'case_list_id', case_list_id, 'case list'));
				return shownCampaign(
					kayse,
					campaigns.add((id) => ({ id, name, agent_id, case_list_id, values, stats: {} })),
				);
			},
		}),
		withQuery({
			method: 'GET',
			path: '/campaigns',
			query: campaignsQuery,
			handle: ({ query: { key } }) =>
				kayse.state.campaigns
					.list()
					.filter(({ name }) => named(name, key))
					.map((campaign) => shownCampaign(kayse, campaign)),
		}),
	];
}
