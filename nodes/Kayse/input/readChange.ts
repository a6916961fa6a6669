import type { ItemParameters } from '../../shared/contract/operation';
import { readMapped } from './mapping';
import type { RecordKind } from '../records/record';
import type { Change } from './change';
import type { Writing } from './ownName';
import { readApart } from './linksAndOptOut';
import { readClearedFields } from './clearFields';
import { FIELDS } from '../../shared/fields/mapped';

/**
 * What an item wants its record to be.
 * @param further fields that are mapped besides those of the record
 */
export function readChange(item: ItemParameters, kind: RecordKind, operation: Writing, further: string[] = []): Change {
	const values = readMapped(item, kind, { parameter: FIELDS, further });
	return { values, cleared: readClearedFields(item, kind, operation, values), apart: readApart(item, kind, operation) };
}

export const isEmptyChange = ({ values, cleared, apart }: Change): boolean =>
	[...Object.keys(values), ...cleared, ...Object.keys(apart)].length === 0;
