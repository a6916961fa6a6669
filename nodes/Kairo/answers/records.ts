import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../../shared/values/rows';
import { unwrapped } from './envelopes';

const isEmpty = (body: unknown): boolean =>
	body === undefined || body === null || (Array.isArray(body) && body.length === 0);

/**
 * A single record as a row.
 * @param ids what the request named, to tell an empty answer by
 */
export const recordRows = (body: unknown, ids: IDataObject): IDataObject[] =>
	isEmpty(body) ? [{ success: true, ...ids }] : rowsOf(unwrapped(body));
