import type { Route } from '../../server/vendor';
import type { Kakiyo } from '../kakiyo';
import { plain } from './builders';

/** The endpoint that checks the key. */
export function verifyRoutes(kakiyo: Kakiyo): Route[] {
	return [
		plain({
			method: 'GET',
			path: '/verify',
			handle: () => ({ status: 'success', message: 'API key is valid', teamId: kakiyo.state.teamId }),
		}),
	];
}
