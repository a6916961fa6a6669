import type { ItemParameters } from '../../shared/contract/operation';
import { FIELDS, readMapping } from '../../shared/fields/mapped';
import { columnsOf } from '../../shared/operations/inputFields';
import { plainName } from '../../shared/values/plainName';
import { stringOf } from '../../shared/values/text';
import { unmapped, type RecordKind } from '../records/record';
import type { Change } from './change';
import type { Writing } from './ownName';
import { replacesAll } from './updateMode';

/** Tells of a field whether the user mapped it. The editor stores all fields, so a fixed value that is empty proves nothing. */
function mappedIn(item: ItemParameters, { columns }: RecordKind): (name: string) => boolean {
	return readMapping(item, FIELDS).isAutomatic
		? columnsOf(item, columns)
		: (name) => item.isExpression(`${FIELDS}.value.${name}`);
}

/**
 * Names of the mapped fields that have no value in this item: an expression that finds nothing, or an empty cell, must
 * not empty a field at Kayse. Only an update that replaces all needs them.
 */
export function untouchedFields(
	item: ItemParameters,
	kind: RecordKind,
	operation: Writing,
	{ values, cleared }: Pick<Change, 'values' | 'cleared'>,
): string[] {
	if (operation === 'create' || (kind.isReadable && !replacesAll(item, kind, operation))) return [];
	const saved = readMapping(item, FIELDS).schema.map(({ id }) => stringOf(id));
	const others = new Set([...unmapped(kind), ...Object.keys(values)]);
	const names = [...new Set([...kind.fields.map(({ name }) => name), ...saved])].filter((name) => !others.has(name));
	// The user may have written an undocumented name in another spelling.
	const emptied = new Set(cleared.map(plainName));
	return names.filter((name) => !emptied.has(plainName(name))).filter(mappedIn(item, kind));
}
