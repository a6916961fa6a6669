import type { KnownColumns } from '../../shared/values/knownColumns';
import type { Distinction } from '../people/distinction';
import type { KayseType } from '../values/values';

/** A field of a record, as `GET /metadata/objects` describes it. */
export interface KayseField {
	/** In requests and responses. */
	name: string;
	/** One of KayseType, or one that Kayse has added since. */
	type: string;
	/** To create a record. */
	required: boolean;
	description: string;
}

export interface DocumentedField extends KayseField {
	type: KayseType;
	label: string;
}

/** Records of one kind: what the documents say of them. */
export interface RecordKind {
	/** Name in `GET /metadata/objects`. */
	object: 'clients' | 'cases' | 'case_lists';
	path: string;
	/** The member of a bulk request and its response. */
	rowsMember: string;
	/** As in "Update a client". */
	singular: string;
	fields: readonly DocumentedField[];
	/** What one must know to fill the fields in. */
	guide?: string;
	/** What columns may be called, in a sentence with examples. */
	columnNames: string;
	/** Fields that the editor shows from the start, besides the required ones. */
	shown?: readonly string[];
	/** Members that tell one from another for a person, such as a name. */
	named: readonly string[];
	/** How records are told apart. */
	distinction: Distinction;
	/** Names that columns of other programs have for the fields. */
	columns?: KnownColumns;
	/** Members that reach other records and people, and so are never among the mapped fields. */
	apart?: { links: string; optOut: string };
	/** What responses have and requests must not. */
	readOnly: readonly string[];
	/** Where to see whether one was created after a doubtful answer. */
	lookUp: string;
	/** Whether Kayse shows a single record, so that an update can keep what it does not name. */
	isReadable: boolean;
	/** What else must hold of the values of a record, new or updated. Throws ItemFailure. */
	check?: (values: Record<string, unknown>, isUpdate: boolean) => void;
}

/** Names of members that are no mapped fields: set apart, or never sent. */
export const unmapped = ({ apart, readOnly }: RecordKind): string[] => [...Object.values(apart ?? {}), ...readOnly];

/** `date_of_birth` as the editor labels it: `Date Of Birth`. */
export const labelOfName = (name: string): string =>
	name
		.split('_')
		.map((word) => (/^ids?$/.test(word) ? `ID${word.slice(2)}` : word.charAt(0).toUpperCase() + word.slice(1)))
		.join(' ');

/** The label of a field, documented or new. */
export const labelOfField = (kind: RecordKind, name: string): string =>
	kind.fields.find((field) => field.name === name)?.label ?? labelOfName(name);

type Described = [name: string, label: string, type: KayseType, description: string];

const fields =
	(required: boolean) =>
	(...described: Described[]): DocumentedField[] =>
		described.map(([name, label, type, description]) => ({ name, label, type, required, description }));

export const required = fields(true);
export const optional = fields(false);
