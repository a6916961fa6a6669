import type { Gate, Route } from '../server/vendor';
import { methodNotAllowed, notFound, unauthorized } from './errors';
import { hasKey, type Host } from './hosts';
import type { Kayse } from './kayse';
import { limitHeaders, takePlace } from './limits';

function matches(pattern: string, path: string): boolean {
	const wanted = pattern.split('/');
	const actual = path.split('/');
	return (
		wanted.length === actual.length &&
		wanted.every((part, at) => part === actual[at] || (part.startsWith(':') && actual[at] !== ''))
	);
}

/** The methods of a path: `/clients/bulk` is an endpoint of its own, not a client's ID. */
function methodsAt(routes: readonly Route[], path: string): string[] {
	const here = routes.filter((route) => matches(route.path, path));
	const literal = here.filter((route) => route.path === path);
	return (literal.length > 0 ? literal : here).map(({ method }) => method);
}

/** The vendor's checks before any request: key, rate limit, endpoint. */
export function gatesOf(kayse: Kayse, host: Host, routes: readonly Route[]): Gate[] {
	return [
		({ headers }) => {
			if (!hasKey(kayse, host, headers)) throw unauthorized();
		},
		() => takePlace(kayse),
		({ method, path }) => {
			const methods = methodsAt(
				routes.filter((route) => host.serves(kayse, route)),
				path,
			);
			if (methods.length === 0) throw notFound(limitHeaders(kayse));
			if (!methods.includes(method)) throw methodNotAllowed(limitHeaders(kayse));
		},
	];
}
