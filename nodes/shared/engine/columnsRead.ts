import type { INodeProperties } from 'n8n-workflow';

import type { ColumnUse } from '../run/columnUse';
import type { ParametersPort } from '../run/ports';
import { isFieldName } from '../run/resultWords';
import { valueAt } from '../values/json';
import { DEFINE_BELOW } from '../values/mappingModes';
import { namesColumn } from './expressions';

/**
 * Which columns of the input the parameters of a node read.
 * @param raw the parameters as the user wrote them
 * @param expressions in these parameters
 * @param columns that Map Automatically uses
 */
export function columnsRead(
	raw: Record<string, unknown>,
	fields: INodeProperties[],
	expressions: readonly string[],
	columns: ColumnUse,
): Pick<ParametersPort, 'unusedColumns' | 'mayRead'> {
	const mapsAutomatically = fields.some(
		({ name, type }) => type === 'resourceMapper' && valueAt(raw[name], 'mappingMode') !== DEFINE_BELOW,
	);
	const named = new Map<string, boolean>();
	const isNamed = (column: string): boolean => {
		const known = named.get(column) ?? expressions.some((expression) => namesColumn(expression, column));
		named.set(column, known);
		return known;
	};
	return {
		unusedColumns: (wasRead) => columns.unused(wasRead).filter((column) => !isNamed(column)),
		mayRead: (column, wasRead) =>
			columns.isUsed(column) || isNamed(column) || (mapsAutomatically && !wasRead && isFieldName(column)),
	};
}
