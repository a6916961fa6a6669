import type { Gate } from '../server/vendor';
import { tooMany, unauthorized } from './errors';
import type { Kairo } from './kairo';
import { usageOf, takePlace } from './limits';

/** The vendor's checks before any request, also before one to an unknown path: key, rate limit. */
export function gatesOf(kairo: Kairo): Gate[] {
	return [
		({ headers }) => {
			if (!kairo.isAuthorized(headers)) throw unauthorized(kairo);
		},
		() => {
			if (!takePlace(kairo)) throw tooMany(kairo, 'rate_limited', 'Too many requests', usageOf(kairo).resetsAt);
		},
	];
}
