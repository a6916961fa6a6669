import { routeBuilders } from '../../server/route';
import { badRequest, badRows } from '../errors';
import type { Kayse } from '../kayse';

export const { plain, withBody, withQuery } = routeBuilders(badRequest);

/** Builders for routes whose body has many records. */
export function bulkBuilder(kayse: Kayse) {
	return routeBuilders((issues) => badRows(kayse, issues)).withBody;
}
