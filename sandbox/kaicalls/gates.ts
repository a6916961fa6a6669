import type { Gate } from '../server/vendor';
import type { KaiCalls } from './kaicalls';
import { takePlace } from './limits';
import { scopesFor } from './scopes';

/** What the vendor checks before any request: key, rate limit, scope. */
export function gatesOf(kaicalls: KaiCalls): Gate[] {
	return [
		({ headers }) => void kaicalls.access(headers),
		({ headers }, route) => {
			if (route) takePlace(kaicalls, route, kaicalls.access(headers).key);
		},
		({ headers }, route) => {
			if (route) kaicalls.access(headers).require(scopesFor(route));
		},
	];
}
