import { routeBuilders } from '../../server/route';
import { validationError } from '../errors';

/** Routes whose wrong input is a `validation_error`. */
export const { plain, withBody, withQuery } = routeBuilders(validationError);
