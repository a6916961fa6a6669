import type { FieldType, INodeProperties } from 'n8n-workflow';
import type { z } from 'zod';

import { invalidInput, type ItemFailure } from '../contract/failure';
import type { ItemParameters } from '../contract/operation';
import { inputFields, MOST_NAMES, placeholderIn, whatItHas } from '../operations/inputFields';
import { asRead, type Meaning } from '../values/columns';
import type { KnownColumns } from '../values/knownColumns';
import { isRecord } from '../values/json';
import { AUTO_MAP, DEFINE_BELOW } from '../values/mappingModes';
import { isPlaceholder } from '../values/placeholder';
import { plainName } from '../values/plainName';
import { quotedList } from '../values/quoted';
import { SEND_UNFILLED, SEND_UNFILLED_LABEL } from '../values/reading/message';
import { isNothing } from '../values/reading/nothing';
import { readOption } from '../values/reading/option';
import type { Reader } from '../values/reading/reading';
import { readYesNo } from '../values/reading/yesNo';
import { shown } from '../values/shown';
import { likelyCause } from '../values/tableFault';
import { shownFor } from './displayed';
import { FIELDS, automaticNotice, mappedFields, readMapping } from './mapped';

/** A member of a row: the vendor's name, which is also the name of the mapped field, and its label in the editor. */
export interface RowMember {
	name: string;
	label: string;
	required: boolean;
	/** Text when absent. */
	type?: FieldType;
	/** Whether the mapper offers it; true when absent. */
	offered?: boolean;
	/** In the mapper from the start, although it is optional. */
	shown?: boolean;
	/** The meaning of a column's value, to compare columns; when absent, the value that is read from it. */
	meaning?: Meaning;
	/** Texts that mean "no value" in this member, besides the common ones. */
	isNone?: (value: unknown) => boolean;
	/** The reader of its kind; a member that the operation reads by itself has none. */
	read?: Reader<unknown>;
}

/** A row in the form that a batch operation reads from an item. */
export interface RowKind<Row> {
	members: RowMember[];
	/** Names of columns, besides those of the members. */
	known: KnownColumns;
	schema: z.ZodType<Row, z.ZodTypeDef, unknown>;
}

/**
 * In versions before the mapped fields, it said whether the fields came from the input item or from fields of the node.
 */
const DATA_MODE = 'dataMode';

const isOfEarlierVersion = (item: ItemParameters): boolean => item.parameter(DATA_MODE, AUTO_MAP) === DEFINE_BELOW;

/**
 * The mapped fields of a row, which a new node takes from the input items.
 * @param columnNames possible names of columns, in a sentence
 * @param earlier the fields of earlier versions: workflows that use them keep them
 */
export const rowFields = (
	resourceMapperMethod: string,
	columnNames: string,
	earlier: INodeProperties[],
): INodeProperties[] => [
	{ displayName: 'Data Mode', name: DATA_MODE, type: 'hidden', default: AUTO_MAP },
	...[
		mappedFields(resourceMapperMethod, { displayName: 'Fields', name: FIELDS, mode: AUTO_MAP }),
		automaticNotice(FIELDS, columnNames),
	].map((field) => ({
		...field,
		displayOptions: { ...field.displayOptions, hide: { [DATA_MODE]: [DEFINE_BELOW] } },
	})),
	...shownFor({ [DATA_MODE]: [DEFINE_BELOW] }, [
		{
			displayName:
				'These fields come from an earlier version of this node. A new node maps them by name, or by drag and drop.',
			name: 'earlierFieldsNotice',
			type: 'notice',
			default: '',
		},
		...earlier,
	]),
];

/** Members of a row, and their sources. */
interface RawRow {
	values: Record<string, unknown>;
	/** The user's name for a member: its label and its columns. */
	label: (member: RowMember) => string;
	/** The same in a sentence. */
	called: (member: RowMember) => string;
	/** A text instead of a member's value, such as `N/A`; undefined if there is none. */
	placeholder: (member: RowMember) => unknown;
	/** Members without a column in the input. */
	missing: RowMember[];
	remedy: string;
}

/** A member as the panel calls it, with the column that it is read from where that has another name. */
const asColumn = ({ name, label }: RowMember): string =>
	plainName(name) === plainName(label) ? label : `${label} (${name})`;

function fromInput(item: ItemParameters, { members, known }: Pick<RowKind<unknown>, 'members' | 'known'>): RawRow {
	const field = inputFields(item, 'Choose "Map Each Column Manually" and let the AI fill the fields.', known);
	const meaningOf = ({ meaning, label, read }: RowMember): Meaning | undefined =>
		meaning ?? (read && asRead((value) => read(value, { label, timeZone: item.timeZone })));
	const found = new Map(members.map((member) => [member.name, field(member, { meaning: meaningOf(member) })]));
	const names = Object.keys(item.input);
	const columnsOf = ({ name }: RowMember) => found.get(name)?.columns ?? [name];
	const isSaidByColumn = (member: RowMember) => {
		const [column = '', ...others] = columnsOf(member);
		return others.length === 0 && plainName(column) === plainName(member.label);
	};
	const inputFieldsOf = (member: RowMember) =>
		`input field${columnsOf(member).length > 1 ? 's' : ''} ${quotedList(columnsOf(member))}`;
	const placeholder = ({ name }: RowMember) => placeholderIn(item, name, known);
	const notUsed = () => {
		const used = new Set(members.flatMap(columnsOf));
		const left = names.filter((name) => !used.has(name) && !isNothing(item.input[name]));
		return left.length > 0 && `Not used: ${quotedList(left, MOST_NAMES)}.`;
	};
	const missing = members.filter(
		(member) => member.required && !found.get(member.name) && placeholder(member) === undefined,
	);
	return {
		values: Object.fromEntries([...found].map(([name, column]) => [name, column?.value])),
		label: (member) =>
			isSaidByColumn(member) ? columnsOf(member).join(' + ') : `${member.label} (${columnsOf(member).join(' + ')})`,
		called: (member) =>
			isSaidByColumn(member) ? inputFieldsOf(member) : `"${member.label}" (${inputFieldsOf(member)})`,
		placeholder,
		missing,
		remedy: [
			missing.length > 0 && likelyCause(names),
			missing.length > 0 && notUsed(),
			`Map Automatically reads the input fields ${members.map(asColumn).join(', ')}, and the columns of common exports. Correct the row, rename its fields with an Edit Fields node before this one, or choose Map Each Column Manually.`,
		]
			.filter(Boolean)
			.join(' '),
	};
}

/** Fields that were set in the node, by expressions on the input item. */
const fromFields = (values: Record<string, unknown>): RawRow => ({
	values,
	label: ({ label }) => label,
	called: ({ label }) => `"${label}"`,
	placeholder: ({ name }) => (isPlaceholder(values[name]) ? values[name] : undefined),
	missing: [],
	remedy: 'Correct the field.',
});

function fromEarlierFields(item: ItemParameters, members: RowMember[]): RawRow {
	const additional = item.parameter('additionalFields', {});
	const optional = isRecord(additional) ? additional : {};
	return fromFields(
		Object.fromEntries(members.map(({ name, required }) => [name, required ? item.parameter(name) : optional[name]])),
	);
}

function rawRow(item: ItemParameters, kind: Pick<RowKind<unknown>, 'members' | 'known'>): RawRow {
	if (isOfEarlierVersion(item)) return fromEarlierFields(item, kind.members);
	const { isAutomatic, values } = readMapping(item, FIELDS, AUTO_MAP);
	return isAutomatic ? fromInput(item, kind) : fromFields(values);
}

const saysNothing = (value: unknown, member: RowMember | undefined): boolean =>
	isNothing(value) || member?.isNone?.(value) === true;

/** The filled cells of a row, each in the form of its kind. */
function readCells({ values, label }: RawRow, item: ItemParameters, members: RowMember[]): Record<string, unknown> {
	const sendsUnfilled = readOption(item, `options.${SEND_UNFILLED}`, SEND_UNFILLED_LABEL, readYesNo) === true;
	const read = Object.entries(values).flatMap(([name, value]) => {
		const member = members.find((known) => known.name === name);
		if (saysNothing(value, member)) return [];
		if (!member?.read) return [[name, value] as const];
		return [
			[
				name,
				member.read(value, {
					label: label(member),
					timeZone: item.timeZone,
					isTool: item.isTool,
					templateOf: item.templateOf,
					sendsUnfilled,
				}),
			] as const,
		];
	});
	return Object.fromEntries(read);
}

/**
 * Reads this item's row, from the input item's fields or from the node's, and checks it.
 * @throws ItemFailure naming every field that is not valid
 */
export function readRow<Row>(item: ItemParameters, kind: RowKind<Row>): Row {
	const raw = rawRow(item, kind);
	const checked = kind.schema.safeParse(readCells(raw, item, kind.members));
	if (checked.success) return checked.data;

	throw faultOf(item, kind, raw, checked.error);
}

/** The fault of each field. */
function faultOf(
	item: ItemParameters,
	{ members }: Pick<RowKind<unknown>, 'members'>,
	raw: RawRow,
	error: z.ZodError,
): ItemFailure {
	const findings = error.issues.map(({ path, message }) => {
		const member = members.find(({ name }) => name === path[0]);
		if (!member) return `${String(path[0])} ${message}`;
		const value = raw.values[member.name];
		const sign = isNothing(value) ? raw.placeholder(member) : saysNothing(value, member) ? value : undefined;
		return `${raw.called(member)} ${sign === undefined ? message : `must have a value (got "${shown(sign)}")`}`;
	});
	return invalidInput(
		`${sentence(findings.join('; '))}${raw.missing.length > 0 ? `. ${whatItHas(item)}` : ''}`,
		raw.remedy,
	);
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
