import { routeBuilders } from '../../server/route';
import { invalidRequest } from '../errors';

/** Builders for routes that refuse wrong input as `invalid_request`. */
export const { plain, withBody, withQuery } = routeBuilders(invalidRequest);
