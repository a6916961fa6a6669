import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../../shared/values/rows';
import { unwrapped } from './envelopes';

const isEmpty = (body: unknown): boolean =>
	body === undefined || body === null || (Array.isArray(body) && body.length === 0);

/**
 * The row of a single record.
 * @param ids of the request; they identify the row if the body is empty
 */
export const recordRows = (body: unknown, ids: IDataObject): IDataObject[] =>
	isEmpty(body) ? [{ success: true, ...ids }] : rowsOf(unwrapped(body));
