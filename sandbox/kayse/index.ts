import type { Vendor } from '../server/vendor';
import { notFound } from './errors';
import { gatesOf } from './gates';
import { callsHost, hasKey, type Host, mainHost } from './hosts';
import type { Kayse } from './kayse';
import { limitHeaders } from './limits';
import { kayseRoutes } from './routes';

function vendorAt(kayse: Kayse, host: Host): Vendor {
	const routes = kayseRoutes(kayse);
	return {
		name: host.name,
		prefix: host.prefix,
		routes,
		gates: gatesOf(kayse, host, routes),
		isAuthorized: (headers) => hasKey(kayse, host, headers),
		unknownRoute: () => notFound(limitHeaders(kayse)),
		replyHeaders: () => limitHeaders(kayse),
		reset: () => kayse.reset(),
	};
}

/** The Kayse API as the server mounts it: two hosts of one company. */
export function kayseVendors(kayse: Kayse): { main: Vendor; calls: Vendor } {
	return { main: vendorAt(kayse, mainHost), calls: vendorAt(kayse, callsHost) };
}
