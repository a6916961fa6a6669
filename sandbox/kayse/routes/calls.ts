import type { Route } from '../../server/vendor';
import { scheduleCall } from '../contract/communication';
import { badRequest, refuseIf } from '../errors';
import { unknownId } from '../issues';
import type { Kayse } from '../kayse';
import { withBody } from './builders';

/** The endpoints of calls. */
export function callRoutes(kayse: Kayse): Route[] {
	return [
		withBody({
			method: 'POST',
			path: '/calls',
			body: scheduleCall,
			handle({ body: { campaign_id, case_id } }) {
				const { campaigns, cases, calls } = kayse.state;
				refuseIf([
					...unknownId(campaigns, 'campaign_id', campaign_id, 'campaign'),
					...unknownId(cases, 'case_id', case_id, 'case'),
				]);
				// The reply names a client, so the vendor picks one; how is not documented.
				const [client_id] = cases.get(case_id)?.client_ids ?? [];
				if (client_id === undefined) throw badRequest([{ field: 'case_id', message: 'the case has no client' }]);
				calls.add((id) => ({ id, at: kayse.clock.iso(), campaign_id, case_id, client_id }));
				return { campaign_id, client_id, case_id };
			},
		}),
	];
}
