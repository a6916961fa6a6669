import type { Vendor } from '../server/vendor';
import { categories } from './contract/endpoints';
import { methodNotAllowed, unknownEndpoint } from './errors';
import { gatesOf } from './gates';
import type { Kairo } from './kairo';
import { limitHeaders } from './limits';
import { kairoRoutes } from './routes';

/** The methods that the path's category lists. */
function methodsFor(path: string): readonly string[] | undefined {
	return Object.values(categories).find(({ root }) => path === root || path.startsWith(`${root}/`))?.methods;
}

/** The KAIRO API as the server mounts it. */
export function kairoVendor(kairo: Kairo): Vendor {
	return {
		name: 'kairo',
		prefix: '/kairo/v1',
		routes: kairoRoutes(kairo),
		gates: gatesOf(kairo),
		isAuthorized: (headers) => kairo.isAuthorized(headers),
		unknownRoute({ method, path }) {
			const methods = methodsFor(path);
			return methods && !methods.includes(method)
				? methodNotAllowed(kairo, method, methods)
				: unknownEndpoint(kairo, method, path);
		},
		replyHeaders: () => limitHeaders(kairo),
		reset: () => kairo.reset(),
	};
}
