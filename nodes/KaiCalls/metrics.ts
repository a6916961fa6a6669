import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../shared/contract/failure';
import { isPagingMember, saysMore } from '../shared/paging/more';
import { rowsAt } from '../shared/paging/rows';
import { isRecord } from '../shared/values/json';
import { rowsOf } from '../shared/values/rows';

/** The list in a body that has nothing but the common envelope. */
const enveloped = (body: unknown): unknown[] | undefined =>
	isRecord(body) && Object.keys(body).every((name) => name === 'data' || isPagingMember(name))
		? rowsAt('data')(body)
		: undefined;

/**
 * Rows of analytics. KaiCalls documents no form: each entry of a list is a row, anything else is one row, unchanged.
 * @throws ItemFailure if KaiCalls says that there is more: it documents no way to read it
 */
export function metricRows(body: unknown): IDataObject[] {
	if (saysMore({ body, headers: {} })) {
		throw new ItemFailure({
			kind: 'unavailable',
			message: 'KaiCalls has more figures than fit into one answer, and offers no next page',
			description: 'Set filters, such as fewer days or one agent.',
		});
	}
	return rowsOf(enveloped(body) ?? body);
}
