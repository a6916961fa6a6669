import type { IDataObject } from 'n8n-workflow';

import { isPagingMember, saysMore } from '../../shared/paging/more';
import { rowsAt } from '../../shared/paging/rows';
import { isRecord } from '../../shared/values/json';
import { asItem, rowsOf } from '../../shared/values/rows';
import { ENVELOPES, unwrapped } from './envelopes';

/** The list that an answer is, bare or as the one member that holds anything; undefined when it is something else. */
export function listIn(body: unknown, ...names: string[]): unknown[] | undefined {
	if (!isRecord(body)) return rowsAt()(body);
	const envelope = [...names, ...ENVELOPES].find((name) => Array.isArray(body[name]));
	const others = Object.keys(body).filter((name) => name !== envelope && !isPagingMember(name));
	return envelope !== undefined && others.length === 0 ? rowsAt(envelope)(body) : undefined;
}

/**
 * Figures, which come as a list or as one record: a row each, as long as that leaves nothing out.
 * @param names of the member that the rows may be in
 */
export function metricRows(body: unknown, ...names: string[]): IDataObject[] {
	const list = saysMore({ body, headers: {} }) === true ? undefined : listIn(body, ...names);
	return list ? list.map(asItem) : rowsOf(unwrapped(body));
}
