import { routeBuilders } from '../../server/route';
import { validationError } from '../errors';

/** Builders for routes that refuse wrong input as `validation_error`. */
export const { plain, withBody, withQuery } = routeBuilders(validationError);
