import { routeBuilders } from '../../server/route';
import type { Route } from '../../server/vendor';
import type { CategoryName, EndpointName } from '../contract/endpoints';
import { invalidRequest } from '../errors';
import type { Kairo } from '../kairo';

/** The place of a route, from the table of endpoints. */
export type Place = Pick<Route, 'method' | 'path'>;

/** A route, without its place. */
export type RouteAt = (at: Place) => Route;

/** One route for each endpoint of the table, and no others. */
export type Handlers<C extends CategoryName> = Record<EndpointName<C>, RouteAt>;

/** Builders for routes that refuse wrong input as `invalid_request`, in the shape of the settings. */
export function buildersOf(kairo: Kairo) {
	return routeBuilders((issues) => invalidRequest(kairo, issues));
}
