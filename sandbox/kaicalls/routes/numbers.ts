import type { Route } from '../../server/vendor';
import { assignNumber, availableQuery, phoneNumbersQuery, releaseQuery } from '../contract/numbers';
import { notFound } from '../errors';
import type { KaiCalls } from '../kaicalls';
import type { PhoneNumber } from '../state';
import { dated } from '../views';
import { plain, withBody, withQuery } from './builders';

/** The endpoints of phone numbers. */
export function numberRoutes(kaicalls: KaiCalls): Route[] {
	function detailed(number: PhoneNumber) {
		return { ...dated(kaicalls, number), capabilities: { voice: true, sms: true }, compliance: { status: 'approved' } };
	}

	function withText(numbers: readonly PhoneNumber[], text: string): PhoneNumber {
		const found = numbers.find(({ phone_number }) => phone_number === text);
		if (!found) throw notFound('phone number');
		return found;
	}

	return [
		plain({
			method: 'GET',
			path: '/numbers',
			handle: ({ headers }) => ({
				numbers: kaicalls
					.access(headers)
					.all(kaicalls.state.numbers)
					.map((number) => dated(kaicalls, number)),
			}),
		}),
		withQuery({
			method: 'GET',
			path: '/phone-numbers',
			query: phoneNumbersQuery,
			handle({ query: { business_id, phone_number }, headers }) {
				const numbers = kaicalls.access(headers).all(kaicalls.state.numbers, business_id);
				if (phone_number !== undefined) return { number: detailed(withText(numbers, phone_number)) };
				return { numbers: numbers.map(detailed) };
			},
		}),
		withQuery({
			method: 'GET',
			path: '/phone-numbers/available',
			query: availableQuery,
			handle({ query: { country, area_code = '', limit } }) {
				const inCountry = country === 'US' ? [...kaicalls.state.pool] : [];
				return { available_numbers: inCountry.filter((number) => number.startsWith(`+1${area_code}`)).slice(0, limit) };
			},
		}),
		withBody({
			method: 'POST',
			path: '/phone-numbers',
			status: 201,
			body: assignNumber,
			handle({ body: { phone_number, business_id, agent_id }, headers }) {
				const access = kaicalls.access(headers);
				const { agents, numbers, pool, ids } = kaicalls.state;
				const agent = agent_id === undefined ? undefined : access.find(agents, agent_id, 'agent');
				const owner = access.business(business_id ?? agent?.business_id);
				if (!pool.delete(phone_number)) throw notFound('available phone number');
				const assigned: PhoneNumber = {
					id: ids.next('number'),
					phone_number,
					agent_id: agent?.id ?? null,
					business_id: owner,
					created_at: kaicalls.stamp(),
				};
				numbers.set(assigned.id, assigned);
				return { number: detailed(assigned) };
			},
		}),
		withQuery({
			method: 'DELETE',
			path: '/phone-numbers',
			query: releaseQuery,
			handle({ query: { phone_number, business_id }, headers }) {
				const { numbers, pool } = kaicalls.state;
				const released = withText(kaicalls.access(headers).all(numbers, business_id), phone_number);
				numbers.delete(released.id);
				pool.add(phone_number);
				return { success: true, phone_number };
			},
		}),
	];
}
