import type { Route, Vendor } from '../../../sandbox/server/vendor';

interface Found {
	route: Route;
	params: Record<string, string>;
}

const isParameter = (segment: string): boolean => segment.startsWith(':');

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
	const wanted = pattern.split('/');
	const actual = path.split('/');
	const fits =
		wanted.length === actual.length && wanted.every((segment, at) => isParameter(segment) || segment === actual[at]);
	if (!fits) return undefined;
	const named = wanted.map((segment, at): [string, string] => [segment, decodeURIComponent(actual[at] ?? '')]);
	return Object.fromEntries(
		named.filter(([segment]) => isParameter(segment)).map(([segment, value]) => [segment.slice(1), value]),
	);
}

/** As the sandbox's server does: a literal segment goes before a parameter. */
export function findRoute({ routes }: Vendor, method: string, path: string): Found | undefined {
	const found = routes
		.filter((route) => route.method === method)
		.flatMap((route) => {
			const params = paramsOf(route.path, path);
			return params ? [{ route, params }] : [];
		});
	return found.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
}
