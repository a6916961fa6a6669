import type { ItemParameters } from '../../shared/contract/operation';
import { readMapped } from './mapping';
import { untouchedFields } from './untouched';
import type { RecordKind } from '../records/record';
import type { Change } from './change';
import type { Writing } from './ownName';
import { readApart } from './linksAndOptOut';
import { readClearedFields } from './clearFields';
import { FIELDS } from '../../shared/fields/mapped';

/**
 * Reads the change that an item makes to its record.
 * @param further fields that are mapped besides the record's own
 */
export function readChange(item: ItemParameters, kind: RecordKind, operation: Writing, further: string[] = []): Change {
	const values = readMapped(item, kind, { parameter: FIELDS, further });
	const cleared = readClearedFields(item, kind, operation, values);
	return {
		values,
		cleared,
		untouched: untouchedFields(item, kind, operation, { values, cleared }),
		apart: readApart(item, kind, operation),
	};
}

/** Whether a change sets and clears nothing. */
export const isEmptyChange = ({ values, cleared, apart }: Change): boolean =>
	[...Object.keys(values), ...cleared, ...Object.keys(apart)].length === 0;
