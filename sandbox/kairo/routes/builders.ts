import { routeBuilders } from '../../server/route';
import type { Route } from '../../server/vendor';
import type { CategoryName, EndpointName } from '../contract/endpoints';
import { invalidRequest } from '../errors';
import type { Kairo } from '../kairo';

/** Where a route is; comes from the table of endpoints. */
export type Place = Pick<Route, 'method' | 'path'>;

export type RouteAt = (at: Place) => Route;

/** One route for each endpoint that the table has, and none besides. */
export type Handlers<C extends CategoryName> = Record<EndpointName<C>, RouteAt>;

/** Routes whose wrong input is an `invalid_request`, in the shape that is set. */
export function buildersOf(kairo: Kairo) {
	return routeBuilders((issues) => invalidRequest(kairo, issues));
}
