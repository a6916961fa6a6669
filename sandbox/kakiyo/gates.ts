import { bearerKey } from '../server/bearer';
import type { Gate } from '../server/vendor';
import { refuse } from './errors';
import type { Kakiyo } from './kakiyo';
import { takePlace } from './limits';

const keyLength = 40;
const creditsPerCall = 1;

/** The vendor's checks before any request: key, subscription, rate limit, credits. */
export function gatesOf(kakiyo: Kakiyo): Gate[] {
	return [
		({ headers }) => {
			const key = bearerKey(headers);
			if (key === undefined) throw refuse(401, 'missing_api_key', 'No API key was provided');
			if (key.length !== keyLength)
				throw refuse(401, 'invalid_api_key_format', `An API key has ${keyLength} characters`);
			if (key !== kakiyo.apiKey) throw refuse(401, 'invalid_api_key', 'The API key is not recognized');
		},
		() => {
			if (!kakiyo.settings.subscriptionActive)
				throw refuse(403, 'subscription_inactive', 'Your subscription is inactive');
		},
		(_call, route) => {
			if (route) takePlace(kakiyo, route);
		},
		(_call, route) => {
			if (!route) return;
			if (kakiyo.settings.credits === 0)
				throw refuse(402, 'insufficient_credits', 'No credits left; agents are paused');
			kakiyo.spend(creditsPerCall);
		},
	];
}
