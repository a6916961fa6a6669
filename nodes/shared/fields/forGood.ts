import type { INodeProperties } from 'n8n-workflow';

import { nameForGood, type WayForGood } from '../values/label';

/**
 * The field for the record that an operation erases, releases, takes away or ends. It has a name of its own: when the
 * user changes the operation, n8n's editor keeps the values of fields with the same name, and a record that was chosen
 * for reading must not then be erased.
 */
export const forGood = (way: WayForGood, field: INodeProperties): INodeProperties => ({
	...field,
	name: nameForGood(way, field.name),
});
