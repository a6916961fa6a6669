import type { IDataObject } from 'n8n-workflow';

import { isPagingMember, saysMore } from '../../shared/paging/more';
import { rowsAt } from '../../shared/paging/rows';
import { isRecord } from '../../shared/values/json';
import { asItem, rowsOf } from '../../shared/values/rows';
import { ENVELOPES, unwrapped } from './envelopes';

/** The list in a response body: the body itself, or its only member besides paging; undefined if the body is not a list. */
export function listIn(body: unknown, ...names: string[]): unknown[] | undefined {
	if (!isRecord(body)) return rowsAt()(body);
	const envelope = [...names, ...ENVELOPES].find((name) => Array.isArray(body[name]));
	const others = Object.keys(body).filter((name) => name !== envelope && !isPagingMember(name));
	return envelope !== undefined && others.length === 0 ? rowsAt(envelope)(body) : undefined;
}

/**
 * The rows of a response with metrics. A list gives one row per entry if this loses nothing, everything else one row.
 * @param names of members that may hold the list
 */
export function metricRows(body: unknown, ...names: string[]): IDataObject[] {
	const list = saysMore({ body, headers: {} }) === true ? undefined : listIn(body, ...names);
	return list ? list.map(asItem) : rowsOf(unwrapped(body));
}
