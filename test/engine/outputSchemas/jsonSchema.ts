import { isRecord } from '../../../nodes/shared/values/json';

/** As much of JSON Schema as n8n's editor reads: it shows the members of an object and the first entry of a list. */
export interface JsonSchema {
	type: string | string[];
	properties?: Record<string, JsonSchema>;
	items?: JsonSchema;
}

/** The type of a value that is always null. */
const UNKNOWN = 'null';

function typeOf(value: unknown): string {
	if (value === null || value === undefined) return UNKNOWN;
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

/** All types, the most telling first: if a value has several, n8n's editor shows the first. */
const BY_WHAT_THEY_TELL = ['object', 'array', 'string', 'number', 'integer', 'boolean'];

function typesOf(values: readonly unknown[]): string[] {
	const all = new Set(values.map(typeOf));
	if (all.has('number')) all.delete('integer');
	return BY_WHAT_THEY_TELL.filter((type) => all.has(type));
}

/** Members in the order in which they came, each with all its values. */
function membersOf(records: ReadonlyArray<Record<string, unknown>>): Map<string, unknown[]> {
	const members = new Map<string, unknown[]>();
	for (const [name, value] of records.flatMap((record) => Object.entries(record)))
		members.set(name, [...(members.get(name) ?? []), value]);
	return members;
}

/** The schema that fits these values. Any member may be missing or null, because vendors leave out empty ones. */
export function schemaOf(values: readonly unknown[]): JsonSchema {
	const [type = UNKNOWN, ...others] = typesOf(values);
	const members = [...membersOf(values.filter(isRecord))];
	const entries = values.filter(Array.isArray).flat();
	return {
		type: others.length > 0 ? [type, ...others] : type,
		...(members.length > 0 && {
			properties: Object.fromEntries(members.map(([name, held]) => [name, schemaOf(held)])),
		}),
		...(entries.length > 0 && { items: schemaOf(entries) }),
	};
}

const only = <T>(values: ReadonlyArray<T | undefined>): T[] => values.filter((value) => value !== undefined);

/** A schema with what its values leave open, where others know it of the member of the same name. */
export function withTypesOf(schema: JsonSchema, others: readonly JsonSchema[]): JsonSchema {
	if (schema.type === UNKNOWN) return others.find(({ type }) => type !== UNKNOWN) ?? schema;
	const sameType = others.filter(({ type }) => type === schema.type);
	const known = only(sameType.map(({ properties }) => properties));
	const properties =
		schema.properties &&
		Object.fromEntries(
			Object.entries(schema.properties).map(([name, member]) => [
				name,
				withTypesOf(member, only(known.map((of) => of[name]))),
			]),
		);
	const entries = only(sameType.map(({ items }) => items));
	const [items] = schema.items ? [withTypesOf(schema.items, entries)] : entries;
	return { ...schema, ...(properties && { properties }), ...(items && { items }) };
}
