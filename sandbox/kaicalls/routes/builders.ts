import { routeBuilders } from '../../server/route';
import { invalidRequest } from '../errors';

/** Routes whose wrong input is an `invalid_request`. */
export const { plain, withBody, withQuery } = routeBuilders(invalidRequest);
