import type { INodeProperties } from 'n8n-workflow';

import { unfit } from '../../shared/executor/failure';
import type { Call } from '../../shared/executor/operation';
import type { RecordKind } from '../records/record';
import { idsFrom, isEmpty, valueFrom } from '../values';

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

/** An expression that finds nothing sets nothing. */
const isLeft = (choice: unknown): boolean => choice === LEAVE || isEmpty(choice);

function readLinks(call: Call, { displayName, name, member, ids }: Links): Record<string, unknown> {
	const choice = call.field(name, LEAVE);
	if (isLeft(choice)) return {};
	if (choice === REMOVE) return { [member]: [] };
	if (choice !== SET) throw unfit(`"${displayName}" is "${String(choice)}", which is no choice`, 'Choose from the list.');
	const linked = idsFrom(call.field(ids.name, ''), ids.displayName);
	if (linked.length > 0) return { [member]: linked };
	throw unfit(`"${ids.displayName}" is empty`, 'Enter the IDs, or choose Remove All if that is what you want.');
}

function readFlag(call: Call, { displayName, name, member }: Apart): Record<string, unknown> {
	const choice = call.field(name, LEAVE);
	if (isLeft(choice)) return {};
	return { [member]: valueFrom(choice, 'bool', { label: displayName, timeZone: call.timeZone }) };
}

/** The links and opt-outs that the user chose to set. */
export function readApart(call: Call, { object }: RecordKind): Record<string, unknown> {
	const apart = APART[object];
	return apart ? { ...readLinks(call, apart.links), ...readFlag(call, apart.flag) } : {};
}
