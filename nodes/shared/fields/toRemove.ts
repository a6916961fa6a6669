import type { INodeProperties } from 'n8n-workflow';

import { nameToRemove, type WayToRemove } from '../values/label';

/**
 * The field for the record that an operation erases, releases or removes. It has a name of its own: when the user
 * changes the operation, n8n's editor keeps the values of fields with the same name, and a record that was chosen for
 * reading must not then be erased.
 */
export const toRemove = (way: WayToRemove, field: INodeProperties): INodeProperties => ({
	...field,
	name: nameToRemove(way, field.name),
});
