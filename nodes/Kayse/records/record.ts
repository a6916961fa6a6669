import type { KnownColumns } from '../../shared/values/knownColumns';
import type { Distinction } from '../people/distinction';
import type { KayseType } from '../values/values';

/** A field of a record, as `GET /metadata/objects` describes it. */
export interface KayseField {
	/** Name in requests and responses. */
	name: string;
	/** A KayseType, or a type that Kayse has added since. */
	type: string;
	/** Whether a new record needs it. */
	required: boolean;
	description: string;
}

export interface DocumentedField extends KayseField {
	type: KayseType;
	label: string;
}

/** The documented facts about one kind of record. */
export interface RecordKind {
	/** Name in `GET /metadata/objects`. */
	object: 'clients' | 'cases' | 'case_lists';
	path: string;
	/** The member of a bulk request and its response. */
	rowsMember: string;
	/** As in "Update a client". */
	singular: string;
	fields: readonly DocumentedField[];
	/** Guide for filling in the fields. */
	guide?: string;
	/** A sentence with examples of column names. */
	columnNames: string;
	/** Fields that the editor shows from the start, besides the required ones. */
	shown?: readonly string[];
	/** Members by which people recognize a record, such as a name. */
	named: readonly string[];
	/** How to distinguish two records. */
	distinction: Distinction;
	/** Other programs' column names for the fields. */
	columns?: KnownColumns;
	/** Members that affect other records or people. They are never among the mapped fields. */
	apart?: { links: string; optOut: string };
	/** Members that responses have and requests must not have. */
	readOnly: readonly string[];
	/** Where the user can see whether a record was created, after an unclear answer. */
	lookUp: string;
	/** Whether Kayse can show a single record. Only then can an update keep fields that it does not name. */
	isReadable: boolean;
	/** Another check of the values of a new or updated record. Throws ItemFailure. */
	check?: (values: Record<string, unknown>, isUpdate: boolean) => void;
}

/** Names of members that are never mapped: they have their own parameters, or are never sent. */
export const unmapped = ({ apart, readOnly }: RecordKind): string[] => [...Object.values(apart ?? {}), ...readOnly];

/** `date_of_birth` as the editor labels it: `Date Of Birth`. */
export const labelOfName = (name: string): string =>
	name
		.split('_')
		.map((word) => (/^ids?$/.test(word) ? `ID${word.slice(2)}` : word.charAt(0).toUpperCase() + word.slice(1)))
		.join(' ');

/** The label of a documented or new field. */
export const labelOfField = (kind: RecordKind, name: string): string =>
	kind.fields.find((field) => field.name === name)?.label ?? labelOfName(name);

type Described = [name: string, label: string, type: KayseType, description: string];

const fields =
	(required: boolean) =>
	(...described: Described[]): DocumentedField[] =>
		described.map(([name, label, type, description]) => ({ name, label, type, required, description }));

export const required = fields(true);
export const optional = fields(false);
