import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../../shared/contract/operation';
import { clearField, readCleared } from '../../shared/fields/clear';
import { labelOfField, unmapped, type RecordKind } from '../records/record';

/** Clear Fields, of what Kayse says that its records have. */
export const clearFields = (loadOptionsMethod: string): INodeProperties =>
	clearField({
		displayName: 'Clear Field Names or IDs',
		typeOptions: { loadOptionsMethod },
		description:
			'Fields to empty on purpose; an empty value under Fields changes nothing. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	});

/**
 * The names of the fields to empty.
 * @param values fields that the item sets
 * @throws ItemFailure when a field cannot be emptied, or is set as well
 */
export function readClearedFields(item: ItemParameters, kind: RecordKind, values: Record<string, unknown>): string[] {
	const find = (name: string) => {
		const isRequired = kind.fields.some((field) => field.name === name && field.required);
		return { name, label: labelOfField(kind, name), isClearable: !isRequired && !unmapped(kind).includes(name), isSet: name in values };
	};
	return readCleared(item, find, 'Fields').map(({ name }) => name);
}
