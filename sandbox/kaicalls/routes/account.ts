import type { Route } from '../../server/vendor';
import { reaches } from '../access';
import { usageQuery } from '../contract/account';
import { unauthorized } from '../errors';
import type { KaiCalls } from '../kaicalls';
import { firstOf, newestFirst } from '../paging';
import { plain, withQuery } from './builders';

const secondsPerMinute = 60;
const keyMethods = ['GET', 'POST', 'DELETE'] as const;

function sessionOnly(): never {
	throw unauthorized('API keys are managed with a dashboard session, not with an API key');
}

/** The endpoints of the account itself. */
export function accountRoutes(kaicalls: KaiCalls): Route[] {
	return [
		plain({
			method: 'GET',
			path: '/balance',
			handle({ headers }) {
				const access = kaicalls.access(headers);
				const { calls, numbers } = kaicalls.state;
				return {
					businesses: access.workspaces().map(({ id, lifecycle_state }) => ({
						business_id: id,
						minutes_used: Math.ceil(
							access.all(calls, id).reduce((sum, { ending }) => sum + (ending?.duration ?? 0), 0) / secondsPerMinute,
						),
						phone_numbers: access.all(numbers, id).length,
						subscription_status: lifecycle_state,
					})),
				};
			},
		}),
		withQuery({
			method: 'GET',
			path: '/usage',
			query: usageQuery,
			handle({ query: { start, end, limit }, headers }) {
				const { key } = kaicalls.access(headers);
				const wanted = newestFirst(kaicalls.state.usage)
					.filter(({ business_id }) => reaches(key.business_id, business_id))
					.filter(({ created_at }) => start === undefined || created_at >= Date.parse(start))
					.filter(({ created_at }) => end === undefined || created_at <= Date.parse(end));
				if (kaicalls.settings.usageOrder === 'oldestFirst') wanted.reverse();
				const { rows, has_more } = firstOf(wanted, limit);
				const usage = rows.map(({ business_id: _reach, created_at, ...row }) => ({
					...row,
					created_at: kaicalls.iso(created_at),
				}));
				return { usage, has_more };
			},
		}),
		...keyMethods.map((method): Route => ({ method, path: '/keys', answer: sessionOnly })),
	];
}
