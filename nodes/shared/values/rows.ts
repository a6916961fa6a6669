import type { IDataObject } from 'n8n-workflow';

import { isRecord } from './json';

/** A JSON value as n8n wants the data of an item: an object. */
export function asItem(value: unknown): IDataObject {
	if (isRecord(value)) return value as IDataObject;
	return { value } as IDataObject;
}

/** A response body as items: a list gives one each, nothing (204) a plain success. */
export function rowsOf(body: unknown): IDataObject[] {
	if (Array.isArray(body)) return body.map(asItem);
	if (body === undefined || body === null) return [{ success: true }];
	return [asItem(body)];
}
