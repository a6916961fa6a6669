import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { textList } from '../../shared/operations/readers';
import { labelOfField, unmapped, type RecordKind } from '../records/record';

/** For updates: which fields are to be empty. */
export const clearFields = (loadOptionsMethod: string): INodeProperties => ({
	displayName: 'Clear Field Names or IDs',
	name: 'clearFields',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod },
	default: [],
	description:
		'Fields to empty on purpose; an empty value under Fields changes nothing. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

/**
 * The fields to empty.
 * @param values fields that the item sets
 * @throws ItemFailure when a field cannot be emptied, or is set as well
 */
export function readCleared(item: ItemParameters, kind: RecordKind, values: Record<string, unknown>): string[] {
	const cleared = textList(item.parameter('clearFields', []), 'Clear Field Names or IDs');
	for (const name of cleared) {
		const label = labelOfField(kind, name);
		if (name in values) {
			throw invalidInput(`"${label}" has a value and is to be cleared as well`, `Take it out of Fields or of Clear Fields.`);
		}
		const isRequired = kind.fields.some((field) => field.name === name && field.required);
		if (isRequired || unmapped(kind).includes(name)) {
			throw invalidInput(`"${label}" cannot be cleared`, 'Choose fields from the list.');
		}
	}
	return cleared;
}
