import type { INodeProperties } from 'n8n-workflow';

import { invalidInput, ItemFailure } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { clearField, readCleared } from '../../shared/fields/clear';
import { closestName } from '../../shared/values/closestName';
import { plainName } from '../../shared/values/plainName';
import { shown } from '../../shared/values/shown';
import { labelOfField, unmapped, type RecordKind } from '../records/record';
import type { Writing } from './ownName';

const recordOf = ({ singular }: RecordKind): string => singular.charAt(0).toUpperCase() + singular.slice(1);

/** Name of the parameter. Each operation has its own: fields to clear in Update must not stay after a change to Create or Update. */
const clearedBy = (kind: RecordKind, operation: Writing): string =>
	`${recordOf(kind)}${operation.charAt(0).toUpperCase()}${operation.slice(1)}`;

/** The parameter Clear Fields, with the fields of the account's records. */
export const clearFields = (kind: RecordKind, operation: Writing): INodeProperties =>
	clearField(clearedBy(kind, operation), {
		displayName: 'Clear Field Names or IDs',
		typeOptions: { loadOptionsMethod: `clearable${recordOf(kind)}Fields` },
		description:
			'Fields to empty on purpose. An empty value under Fields changes nothing. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	});

/**
 * Names of the fields to clear. An undocumented name stays as it is: the account may have such a field, see
 * `checkCleared`.
 * @param values fields that the item sets
 * @throws ItemFailure if a field cannot be cleared, or the item sets it, too
 */
export function readClearedFields(
	item: ItemParameters,
	kind: RecordKind,
	operation: Writing,
	values: Record<string, unknown>,
): string[] {
	const called = [...kind.fields, ...unmapped(kind).map((name) => ({ name, label: name }))];
	const known = new Map(
		called.flatMap(
			({ name, label }) =>
				[
					[plainName(name), name],
					[plainName(label), name],
				] as const,
		),
	);
	const find = (entry: string) => {
		const name = known.get(plainName(entry)) ?? entry;
		const isRequired = kind.fields.some((field) => field.name === name && field.required);
		const isSet = Object.keys(values).some((set) => plainName(set) === plainName(name));
		return { name, label: labelOfField(kind, name), isClearable: !isRequired && !unmapped(kind).includes(name), isSet };
	};
	return [...new Set(readCleared(item, clearedBy(kind, operation), find, 'Fields').map(({ name }) => name))];
}

const isDocumented = (kind: RecordKind, name: string): boolean => kind.fields.some((field) => field.name === name);

function noField(kind: RecordKind, entry: string, names: string[]): ItemFailure {
	const likely = closestName(
		entry,
		names.map((name) => labelOfField(kind, name)),
	);
	return invalidInput(
		`"Clear Fields" must have fields of a ${kind.singular} only (got "${shown(entry)}")`,
		`${likely === undefined ? '' : `Did you mean "${likely}"? `}Choose fields from the list.`,
	);
}

const unreadable = (entry: string): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message: `"Clear Fields" has "${shown(entry)}", but the node could not read Kayse’s list of fields to check it`,
		description: 'The update was not sent. Run the item again later.',
	});

/**
 * The fields to clear, by Kayse's names.
 * @param announced reads the names of all fields of the account; undefined if they could not be read
 * @throws ItemFailure if there is no such field
 */
export async function checkCleared(
	kind: RecordKind,
	cleared: string[],
	announced: () => Promise<Set<string> | undefined>,
): Promise<string[]> {
	const further = cleared.filter((name) => !isDocumented(kind, name));
	const [first] = further;
	if (first === undefined) return cleared;
	const names = await announced();
	if (!names) throw unreadable(first);
	const found = new Map(
		[...names].filter((name) => !unmapped(kind).includes(name)).map((name) => [plainName(name), name]),
	);
	return cleared.map((entry) => {
		const name = isDocumented(kind, entry) ? entry : found.get(plainName(entry));
		if (name === undefined)
			throw noField(kind, entry, [...new Set([...kind.fields.map((field) => field.name), ...found.values()])]);
		return name;
	});
}
