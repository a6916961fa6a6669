import type { IDataObject, INodeListSearchItems, INodeProperties } from 'n8n-workflow';

import { asItem } from '../values/rows';
import type { PageStyle } from './page';

/** A list that a dropdown offers. */
export interface Lookup {
	path: string;
	page: PageStyle;
	tier?: string;
	/** The API's own search parameter; without one the names are compared here. */
	searchParam?: string;
	/** Turns a row into an object, if rows are plain texts. */
	read?: (row: unknown) => IDataObject;
	/** undefined if a row has no value to choose. */
	toChoice: (row: Record<string, unknown>) => INodeListSearchItems | undefined;
	/** Another list, that knows the names of IDs in the rows. The choices are offered without the names where it cannot be read. */
	names?: { of: string; as: string; from: Lookup };
	/** The record's name, if the dropdown shows something else; undefined if it has none. */
	nameOf?: (row: Record<string, unknown>) => unknown;
}

/** A choice, if there is a value to choose; a choice without a name shows its value. */
export function choice(name: unknown, value: unknown): INodeListSearchItems | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	return { name: typeof name === 'string' && name !== '' ? name : String(value), value };
}

/** A row as a dropdown offers it. */
export const choiceOf = ({ read = asItem, toChoice }: Lookup, row: unknown): INodeListSearchItems | undefined =>
	toChoice(read(row));

/** A record with its name and its ID; undefined where it lacks one of them. */
export function namedRecord(lookup: Lookup, row: unknown): { name: string; id: string } | undefined {
	const { read = asItem, nameOf } = lookup;
	const chosen = choiceOf(lookup, row);
	const name = nameOf ? nameOf(read(row)) : chosen?.name;
	return chosen && typeof name === 'string' && name !== '' ? { name, id: String(chosen.value) } : undefined;
}

const LOOKUP = Symbol('lookup');

interface ListedField extends INodeProperties {
	[LOOKUP]?: Lookup;
}

/** Marks a field with the list that it shows. n8n does not see the mark, and copies of the field keep it. */
export const listedIn = (lookup: Lookup, field: INodeProperties): INodeProperties =>
	Object.assign({ ...field }, { [LOOKUP]: lookup });

/** The list that a field shows; undefined if there is none. */
export const lookupOf = (field: ListedField): Lookup | undefined => field[LOOKUP];
