import { bearerKey } from '../server/bearer';
import type { Vendor } from '../server/vendor';
import { notFound } from './errors';
import { gatesOf } from './gates';
import type { KaiCalls } from './kaicalls';
import { kaicallsRoutes } from './routes';
import { recordUsage } from './usage';

/** The KaiCalls API as the server mounts it. */
export function kaicallsVendor(kaicalls: KaiCalls): Vendor {
	return {
		name: 'kaicalls',
		prefix: '/kaicalls/api/v1',
		routes: kaicallsRoutes(kaicalls),
		gates: gatesOf(kaicalls),
		isAuthorized: (headers) => kaicalls.keys.find(bearerKey(headers)) !== undefined,
		unknownRoute: ({ method, path }) => notFound(`endpoint: ${method} ${path}`),
		replyHeaders: () => ({}),
		answered: (call, route, answer) => recordUsage(kaicalls, call, route, answer),
		reset: () => kaicalls.reset(),
	};
}
