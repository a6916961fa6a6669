import { bearerKey } from '../server/bearer';
import type { Vendor } from '../server/vendor';
import { notFound } from './errors';
import { gatesOf } from './gates';
import type { Kakiyo } from './kakiyo';
import { rateLimitHeaders } from './limits';
import { kakiyoRoutes } from './routes';

/** The Kakiyo API as the server mounts it. */
export function kakiyoVendor(kakiyo: Kakiyo): Vendor {
	return {
		name: 'kakiyo',
		prefix: '/kakiyo/v1',
		routes: kakiyoRoutes(kakiyo),
		gates: gatesOf(kakiyo),
		isAuthorized: (headers) => bearerKey(headers) === kakiyo.apiKey,
		unknownRoute: ({ method, path }) => notFound(`${method} ${path}`),
		replyHeaders: (route) => rateLimitHeaders(kakiyo, route),
		reset: () => kakiyo.reset(),
	};
}
