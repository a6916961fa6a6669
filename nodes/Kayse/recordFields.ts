import type { INodeProperties } from 'n8n-workflow';

import { unfit } from '../shared/executor/failure';
import type { Call } from '../shared/executor/operation';
import { isRecord } from '../shared/json';
import { readMapped } from './mapping';
import { labelOfField, type RecordKind } from './records/record';
import type { Change, UpdatePolicy } from './write';
import { idsFrom } from './values';

/** The node parameter with the mapped fields of the record that an operation is about. */
const FIELDS = 'fields';

/** The mapped fields of a record, offered by one of the node's `resourceMapping` methods. */
export const mappedFields = (
	resourceMapperMethod: string,
	{ displayName, name }: Pick<INodeProperties, 'displayName' | 'name'> = { displayName: 'Fields', name: FIELDS },
): INodeProperties => ({
	displayName,
	name,
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	required: true,
	typeOptions: {
		resourceMapper: {
			resourceMapperMethod,
			mode: 'add',
			fieldWords: { singular: 'field', plural: 'fields' },
			addAllFields: false,
			multiKeyMatch: false,
			supportAutoMap: true,
			refreshStaleSchemaOnOpen: true,
		},
	},
});

/** The numeric ID of a record; Kayse has no list to choose one from. */
export const idField = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 412',
	description: 'Kayse shows it in the address bar, and Create returns it',
});

/** A link to other records, or a flag: left alone unless the user says otherwise (apis/kayse.md C18). */
interface Apart {
	displayName: string;
	/** Of the node parameter. */
	name: string;
	/** In the body. */
	member: string;
}

interface Links extends Apart {
	/** The field with the IDs. */
	ids: { displayName: string; name: string };
}

const LEAVE = 'leave';
const SET = 'set';
const REMOVE = 'remove';

const CLIENT_LINKS: Links = {
	displayName: 'Linked Cases',
	name: 'linkedCases',
	member: 'case_ids',
	ids: { displayName: 'Case IDs', name: 'caseIds' },
};

const CASE_LINKS: Links = {
	displayName: 'Linked Clients',
	name: 'linkedClients',
	member: 'client_ids',
	ids: { displayName: 'Client IDs', name: 'clientIds' },
};

/** Voice calls of the client himself, and of all clients of a case. */
const CLIENT_FLAG: Apart = { displayName: 'Voice Calls', name: 'voiceCalls', member: 'voice_calls_opted_out' };
const CASE_FLAG: Apart = { displayName: 'Voice Calls of All Linked Clients', name: 'voiceCalls', member: 'opt_out_voice_calls' };

const APART: Record<RecordKind['object'], { links: Links; flag: Apart } | undefined> = {
	clients: { links: CLIENT_LINKS, flag: CLIENT_FLAG },
	cases: { links: CASE_LINKS, flag: CASE_FLAG },
	case_lists: undefined,
};

const linksFields = ({ displayName, name, ids }: Links): INodeProperties[] => [
	{
		displayName,
		name,
		type: 'options',
		default: LEAVE,
		options: [
			{
				name: 'Leave as They Are',
				value: LEAVE,
				description: 'Send nothing about links. Kayse does not document what an update without them does.',
			},
			{ name: 'Replace', value: SET, description: 'These links and no others' },
			{ name: 'Remove All', value: REMOVE },
		],
	},
	{
		displayName: ids.displayName,
		name: ids.name,
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 9001, 9002',
		description: 'Comma-separated list, or an array from an expression. All other links are removed.',
		displayOptions: { show: { [name]: [SET] } },
	},
];

const flagField = ({ displayName, name }: Apart): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	default: LEAVE,
	options: [
		{ name: 'Leave as It Is', value: LEAVE, description: 'Send nothing about it' },
		{ name: 'Opted Out', value: true, description: 'No AI voice calls. Kayse passes this on to linked clients.' },
		{
			name: 'Not Opted Out',
			value: false,
			description: 'Only with the consent of the person. Kayse does not document whether this takes an opt-out back.',
		},
	],
});

/** The fields for links and opt-outs of a record, each of them left alone by default. */
export function apartFields({ object }: RecordKind): INodeProperties[] {
	const apart = APART[object];
	return apart ? [...linksFields(apart.links), flagField(apart.flag)] : [];
}

function readLinks(call: Call, { name, member, ids }: Links): Record<string, unknown> {
	const choice = call.field(name, LEAVE);
	if (choice === REMOVE) return { [member]: [] };
	if (choice !== SET) return {};
	const linked = idsFrom(call.field(ids.name, ''), ids.displayName);
	if (linked.length > 0) return { [member]: linked };
	throw unfit(`"${ids.displayName}" is empty`, 'Enter the IDs, or choose Remove All if that is what you want.');
}

function readFlag(call: Call, { name, member }: Apart): Record<string, unknown> {
	const choice = call.field(name, LEAVE);
	return typeof choice === 'boolean' ? { [member]: choice } : {};
}

function readApart(call: Call, { object }: RecordKind): Record<string, unknown> {
	const apart = APART[object];
	return apart ? { ...readLinks(call, apart.links), ...readFlag(call, apart.flag) } : {};
}

/** For updates: which fields are to be empty. */
export const clearFields = (loadOptionsMethod: string): INodeProperties => ({
	displayName: 'Clear Field Names or IDs',
	name: 'clearFields',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod },
	default: [],
	description:
		'Fields to empty on purpose; an empty value under Fields changes nothing. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

function readCleared(call: Call, kind: RecordKind, values: Record<string, unknown>): string[] {
	const chosen = call.field('clearFields', []);
	const cleared = Array.isArray(chosen) ? chosen.map(String) : [];
	for (const name of cleared) {
		const label = labelOfField(kind, name);
		if (name in values) {
			throw unfit(`"${label}" has a value and is to be cleared as well`, `Take it out of Fields or of Clear Fields.`);
		}
		const isRequired = kind.fields.some((field) => field.name === name && field.required);
		if (isRequired || kind.setApart.includes(name) || kind.readOnly.includes(name)) {
			throw unfit(`"${label}" cannot be cleared`, 'Choose fields from the list.');
		}
	}
	return cleared;
}

/**
 * What an item wants its record to be.
 * @param further fields that are mapped besides those of the record
 */
export function readChange(call: Call, kind: RecordKind, further: string[] = []): Change {
	const values = readMapped(call, kind, { parameter: FIELDS, further });
	return { values, cleared: readCleared(call, kind, values), apart: readApart(call, kind) };
}

export const isEmptyChange = ({ values, cleared, apart }: Change): boolean =>
	[...Object.keys(values), ...cleared, ...Object.keys(apart)].length === 0;

/** For updates: what happens to the fields that are not named. */
export const updateModeField: INodeProperties = {
	displayName: 'When Updating',
	name: 'updateMode',
	type: 'options',
	noDataExpression: true,
	default: 'keep',
	options: [
		{
			name: 'Keep Other Fields',
			value: 'keep',
			description: 'Change only what is given here. Reads the record first, which is one more of the 500 requests an hour.',
		},
		{
			name: 'Replace All',
			value: 'replace',
			description: 'Empty every field that is not given here',
		},
	],
};

/** Name of the option for fields that Kayse does not show. */
const UNSEEN = 'unseenFields';

export const unseenFieldsOption: INodeProperties = {
	displayName: 'Fields Kayse Does Not Show',
	name: UNSEEN,
	type: 'options',
	default: 'stop',
	options: [
		{ name: 'Do Not Update', value: 'stop', description: 'An update would empty them if they hold something' },
		{ name: 'Count as Empty', value: 'empty', description: 'Update even if Kayse leaves documented fields out when it shows the record' },
	],
	displayOptions: { show: { '/operation': ['update', 'upsert', 'intake'], '/resource': ['client', 'case', 'lead'] } },
};

export const readPolicy = (call: Call): UpdatePolicy => ({
	mode: call.field('updateMode', 'keep') === 'replace' ? 'replace' : 'keep',
	unseenIsEmpty: optionOf(call, UNSEEN) === 'empty',
});

const optionOf = (call: Call, name: string): unknown => {
	const options = call.field('options', {});
	return isRecord(options) ? options[name] : undefined;
};
