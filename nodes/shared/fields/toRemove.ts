import type { INodeProperties } from 'n8n-workflow';

import { nameToRemove, type WayToRemove } from '../values/label';

/**
 * The field that says what an operation erases, releases or takes away. It has a name of its own: when the operation is changed, n8n's
 * editor keeps the values of fields that both have, and what was chosen to be read or assigned must not be there to be erased.
 */
export const toRemove = (way: WayToRemove, field: INodeProperties): INodeProperties => ({
	...field,
	name: nameToRemove(way, field.name),
});
