import type { ObjectName } from './contract/fields';
import type { RecordBody, UpdateMode } from './contract/records';
import type { Kayse } from './kayse';
import type { Values } from './table';

/** Every field of the object, `null` if it is missing; a record may be older than a field. */
export function allValues(kayse: Kayse, name: ObjectName, values: Values): Values {
	return Object.fromEntries(kayse.ownFields(name).map((field) => [field.name, values[field.name] ?? null]));
}

/** "All optional fields that were ommited will be set as null" (docs/vendors/kayse.md#clients), unless the bodies are merged. */
export function updatedValues(
	kayse: Kayse,
	name: ObjectName,
	{ values }: RecordBody,
	before: Values,
	mode: UpdateMode,
): Values {
	return mode === 'merge' ? { ...before, ...values } : allValues(kayse, name, values);
}
