import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../../shared/values/rows';
import { unwrapped } from './envelopes';

const isEmpty = (body: unknown): boolean =>
	body === undefined || body === null || (Array.isArray(body) && body.length === 0);

/** The row of a single record; an empty answer is a plain success. */
export const recordRows = (body: unknown): IDataObject[] =>
	isEmpty(body) ? [{ success: true }] : rowsOf(unwrapped(body));
