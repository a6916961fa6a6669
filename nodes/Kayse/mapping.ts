import type { ItemParameters } from '../shared/contract/operation';
import { inputFields } from '../shared/operations/inputFields';
import { isRecord } from '../shared/values/json';
import { labelOfField, unmapped, type KayseField, type RecordKind } from './records/record';
import { saysNothing, valueFrom } from './values';

/** What n8n calls its way to take mapped fields from the input. */
const AUTO_MAP = 'autoMapInputData';

/** The mapped field that names the record to update. */
export const ID = 'id';

/** Whether the fields in a node parameter come from the input items as they are. */
export const isAutomatic = (item: ItemParameters, parameter: string): boolean =>
	item.parameter(`${parameter}.mappingMode`) === AUTO_MAP;

/** n8n's words for the types of a mapped field, by Kayse's. */
export const MAPPED_TYPES = {
	string: 'string',
	uint: 'number',
	bool: 'boolean',
	date: 'dateTime',
	object: 'object',
	// As text, so that IDs with commas between them can be typed.
	'uint[]': 'string',
	email: 'string',
	telephone: 'string',
	id: 'string',
} as const;

/** Kayse's word for n8n's type of a field that came with the metadata when the node was edited. */
function typeOfMapped(type: unknown): string {
	const known = Object.entries(MAPPED_TYPES).find(([, mapped]) => mapped === type);
	return known ? known[0] : '';
}

/** The fields that the node was saved with, beyond the documented ones. */
function savedFields(schema: unknown): Array<Pick<KayseField, 'name' | 'type'>> {
	const saved = Array.isArray(schema) ? schema.filter(isRecord) : [];
	return saved.map(({ id, type }) => ({ name: String(id), type: typeOfMapped(type) }));
}

/** Which of an item's data belong to a record. */
export interface Source {
	/** The node parameter with the mapped fields. */
	parameter: string;
	/** Fields that are mapped besides those of the record, such as its ID. */
	further?: string[];
	/** In an input item with the data of several records, "case status" before "status". */
	prefix?: string;
}

function fromInput(item: ItemParameters, names: string[], prefix: string): Record<string, unknown> {
	const field = inputFields(item, 'Choose "Map Each Column Manually" and let the AI fill the fields.');
	// "Id" and "ID" are what other systems call theirs.
	const own = (name: string) => field(name, name === ID ? 'exact' : 'any');
	return Object.fromEntries(
		names.map((name) => [name, (prefix === '' ? undefined : field(`${prefix}_${name}`)) ?? own(name)]),
	);
}

/**
 * The values of an item's mapped fields, in the types of Kayse. What is empty is left out.
 * @throws ItemFailure naming the field that does not fit
 */
export function readMapped(
	item: ItemParameters,
	kind: RecordKind,
	{ parameter, further = [], prefix = '' }: Source,
): Record<string, unknown> {
	const mapper = item.parameter(parameter, {});
	const { mappingMode, value, schema } = isRecord(mapper) ? mapper : {};
	const others = new Set(unmapped(kind).filter((name) => !further.includes(name)));
	const types = new Map([...savedFields(schema), ...kind.fields].map(({ name, type }) => [name, type]));
	if (further.includes(ID)) types.set(ID, ID);
	const names = [...types.keys(), ...further].filter((name) => !others.has(name));
	const raw = mappingMode === AUTO_MAP ? fromInput(item, names, prefix) : isRecord(value) ? value : {};
	return Object.fromEntries(
		[...new Set(names)]
			.filter((name) => !saysNothing(raw[name], types.get(name) ?? ''))
			.map((name) => {
				const reading = { label: labelOfField(kind, name), timeZone: item.timeZone };
				return [name, valueFrom(raw[name], types.get(name) ?? '', reading)];
			}),
	);
}
