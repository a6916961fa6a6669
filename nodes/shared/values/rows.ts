import type { IDataObject } from 'n8n-workflow';

import { isRecord } from './json';

/** A JSON value in n8n's form for the data of an item: an object. */
export function asItem(value: unknown): IDataObject {
	if (isRecord(value)) return value as IDataObject;
	return { value } as IDataObject;
}

/** A response body as items: one for each entry of a list, and a plain success for an empty body (204). */
export function rowsOf(body: unknown): IDataObject[] {
	if (Array.isArray(body)) return body.map(asItem);
	if (body === undefined || body === null) return [{ success: true }];
	return [asItem(body)];
}
