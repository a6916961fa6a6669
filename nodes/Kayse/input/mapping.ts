import type { ItemParameters } from '../../shared/contract/operation';
import { isEmptyBrackets } from '../../shared/values/reading/modelPlaceholder';
import { readMapping, type Mapping } from '../../shared/fields/mapped';
import { columnNames, inputFields, placeholderIn, whatItHas } from '../../shared/operations/inputFields';
import type { Meaning } from '../../shared/values/columns';
import { DEFAULT_COUNTRY } from '../../shared/values/reading/country';
import { quotedList } from '../../shared/values/quoted';
import { likelyCause } from '../../shared/values/tableFault';
import { checkSourceId, SOURCE_ID } from '../values/sourceId';
import { labelOfField, unmapped, type KayseField, type RecordKind } from '../records/record';
import { meaningOf, saysNothing, valueFrom } from '../values/values';
import { stringOf } from '../../shared/values/text';

/** Most columns that a message names; a table can have hundreds. */
const MOST_UNUSED = 12;

/** The mapped field with the ID of the record to update. */
export const ID = 'id';

/** Whether the fields come directly from the columns of the input items. */
export const isAutomatic = (item: ItemParameters, parameter: string): boolean =>
	readMapping(item, parameter).isAutomatic;

/** n8n's type of a mapped field for each type of Kayse. */
export const MAPPED_TYPES = {
	string: 'string',
	uint: 'number',
	bool: 'boolean',
	date: 'dateTime',
	object: 'object',
	// Text, so that the user can type several IDs with commas.
	'uint[]': 'string',
	email: 'string',
	telephone: 'string',
	postalCode: 'string',
	id: 'string',
	name: 'string',
	personName: 'string',
	caseNumber: 'string',
	sourceId: 'string',
	birthday: 'dateTime',
} as const;

/** Kayse's type of a field that came from the metadata when the node was edited, from its n8n type. */
function typeOfMapped(type: unknown): string {
	const known = Object.entries(MAPPED_TYPES).find(([, mapped]) => mapped === type);
	return known ? known[0] : '';
}

/** The undocumented fields that were saved with the node. */
const savedFields = (schema: Mapping['schema']): Array<Pick<KayseField, 'name' | 'type'>> =>
	schema.map(({ id, type }) => ({ name: stringOf(id), type: typeOfMapped(type) }));

/** Where the data of a record come from in an item. */
export interface Source {
	/** The node parameter with the mapped fields. */
	parameter: string;
	/** Fields that are mapped besides the record's own, such as its ID. */
	further?: string[];
	/** In an item with several records: "case status" is used instead of "status", even if its cell is empty. */
	prefix?: string;
}

/** The data of a record in an item's columns. */
interface Read {
	raw: Record<string, unknown>;
	/** The cell of the external ID, even if it is as good as empty, and the user's name of the column. */
	sourceId: { cell: unknown; label: string };
}

function fromInput(
	item: ItemParameters,
	names: string[],
	kind: RecordKind,
	prefix: string,
	meaning: (name: string) => Meaning,
): Read {
	const field = inputFields(item, 'Choose "Map Each Column Manually" and let the AI fill the fields.', kind.columns);
	const columnOf = prefix === '' ? () => undefined : columnNames(item);
	const prefixed = (name: string) => `${prefix}_${name}`;
	// If the case has its own column for a value, the client's column is not used for it, even if the case's cell is
	// empty.
	const nameOf = (name: string) => (columnOf(prefixed(name)) === undefined ? name : prefixed(name));
	// "Id" and "ID" are usual names for other systems' IDs.
	const valueOf = (name: string) =>
		field(
			{ name: nameOf(name), label: labelOfField(kind, name) },
			{ spelling: name === ID ? 'exact' : 'any', meaning: meaning(name) },
		)?.value;
	const raw = Object.fromEntries(names.map((name) => [name, valueOf(name)]));
	const cell = raw[SOURCE_ID] ?? placeholderIn(item, nameOf(SOURCE_ID), kind.columns);
	return { raw, sourceId: { cell, label: columnOf(prefixed(SOURCE_ID)) ?? labelOfField(kind, SOURCE_ID) } };
}

/** The part of a message about a missing field that names the columns of an automatically mapped item; '' for other items. */
export function whatIsMapped(item: ItemParameters, parameter: string): string {
	if (!isAutomatic(item, parameter)) return '';
	const unused = item.columns.unused();
	return [
		`${whatItHas(item)}.`,
		unused.length > 0 && `Not used: ${quotedList(unused, MOST_UNUSED)}.`,
		likelyCause(Object.keys(item.input)) || 'Rename the columns, or choose Map Each Column Manually and drag them in.',
	]
		.filter(Boolean)
		.join(' ');
}

/**
 * The values of an item's mapped fields, in Kayse's types, without empty ones.
 * @throws ItemFailure with the name of an invalid field
 */
export function readMapped(
	item: ItemParameters,
	kind: RecordKind,
	{ parameter, further = [], prefix = '' }: Source,
): Record<string, unknown> {
	const { isAutomatic: fromItem, values, schema } = readMapping(item, parameter);
	const others = new Set(unmapped(kind).filter((name) => !further.includes(name)));
	const types = new Map([...savedFields(schema), ...kind.fields].map(({ name, type }) => [name, type]));
	if (further.includes(ID)) types.set(ID, ID);
	const names = [...types.keys(), ...further].filter((name) => !others.has(name));
	const reading = {
		timeZone: item.timeZone,
		isTool: item.isTool,
		defaultCountry: item.parameter(`options.${DEFAULT_COUNTRY}`, ''),
	};
	const typeOf = (name: string): string => types.get(name) ?? '';
	const readingOf = (name: string) => ({ ...reading, label: labelOfField(kind, name) });
	const { raw, sourceId } = fromItem
		? fromInput(item, names, kind, prefix, (name) => meaningOf(typeOf(name), readingOf(name)))
		: { raw: values, sourceId: { cell: values[SOURCE_ID], label: labelOfField(kind, SOURCE_ID) } };
	if (types.has(SOURCE_ID)) checkSourceId(sourceId.cell, sourceId.label);
	return Object.fromEntries(
		[...new Set(names)]
			.filter((name) => !saysNothing(raw[name], typeOf(name)))
			.filter((name) => !(item.isTool && typeOf(name) !== 'object' && isEmptyBrackets(raw[name])))
			.map((name) => [name, valueFrom(raw[name], typeOf(name), readingOf(name))]),
	);
}
