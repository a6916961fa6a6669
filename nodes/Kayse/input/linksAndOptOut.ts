import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { ofKind } from '../../shared/values/reading/kind';
import type { RecordKind } from '../records/record';
import { idsFrom } from '../values/values';
import { ownName, type Writing } from './ownName';

/** The parameters for links and opt-out of a record. By default, both stay unchanged (docs/vendors/kayse.md#c18). */
interface Asked {
	links: { displayName: string; ids: Named; example: string };
	optOut: { displayName: string };
}

type Named = Pick<INodeProperties, 'displayName' | 'name'>;

const LEAVE = 'leave';
const SET = 'set';
const REMOVE = 'remove';

/** A word instead of yes or no: in a column with that name, yes may mean the opposite. */
const OPTED_OUT = 'optedOut';
const NOT_OPTED_OUT = 'notOptedOut';

const ASKED: Partial<Record<RecordKind['object'], Asked>> = {
	clients: {
		links: {
			displayName: 'Linked Cases',
			ids: { displayName: 'Case IDs', name: 'caseIds' },
			example: '9001, 9002',
		},
		optOut: { displayName: 'Voice Calls' },
	},
	cases: {
		links: {
			displayName: 'Linked Clients',
			ids: { displayName: 'Client IDs', name: 'clientIds' },
			example: '412, 413',
		},
		optOut: { displayName: 'Voice Calls of All Linked Clients' },
	},
};

const linksFields = (
	{ displayName, ids, example }: Asked['links'],
	name: string,
	operation: Writing,
): INodeProperties[] => [
	{
		displayName,
		name,
		type: 'options',
		default: LEAVE,
		options: [
			{
				name: 'Leave as It Is',
				value: LEAVE,
				description: 'Kayse does not document whether an update keeps the links',
			},
			{ name: 'Replace', value: SET, description: 'Only these links' },
			// A new record has no links to remove.
			...(operation === 'create' ? [] : [{ name: 'Remove All', value: REMOVE }]),
		],
	},
	ofKind('wholeIdList', {
		displayName: ids.displayName,
		name: ids.name,
		type: 'string',
		default: '',
		required: true,
		placeholder: `e.g. ${example}`,
		description: 'Comma-separated list, or an array from an expression. All other links are removed.',
		displayOptions: { show: { [name]: [SET] } },
	}),
];

const optOutField = ({ displayName }: Asked['optOut'], name: string, operation: Writing): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	default: LEAVE,
	options: [
		{
			name: 'Leave as It Is',
			value: LEAVE,
			description:
				operation === 'create' ? 'Sends nothing about opt-outs' : 'The update keeps an opt-out that Kayse shows',
		},
		{ name: 'Opted Out', value: OPTED_OUT, description: 'No AI voice calls. Kayse passes this on to linked clients.' },
		{
			name: 'Calls Allowed',
			value: NOT_OPTED_OUT,
			description: 'Only if the person agreed. Check the result in Kayse.',
		},
	],
});

/** The parameters for links and opt-out of a record. By default, both stay unchanged. */
export function apartFields(kind: RecordKind, operation: Writing): INodeProperties[] {
	const asked = ASKED[kind.object];
	if (!asked) return [];
	return [
		...linksFields(asked.links, ownName(kind, operation, 'Links'), operation),
		optOutField(asked.optOut, ownName(kind, operation, 'VoiceCalls'), operation),
	];
}

/** @returns undefined to send nothing */
function readLinks(item: ItemParameters, name: string, { ids }: Asked['links']): number[] | undefined {
	const choice = item.parameter(name, LEAVE);
	if (choice === LEAVE) return undefined;
	if (choice === REMOVE) return [];
	const linked = idsFrom(item.parameter(ids.name, ''), ids.displayName);
	if (linked.length > 0) return linked;
	throw invalidInput(`"${ids.displayName}" is empty`, 'Enter the IDs. To remove all links, choose Remove All.');
}

/** @returns undefined to send nothing */
function readOptOut(item: ItemParameters, name: string): boolean | undefined {
	const choice = item.parameter(name, LEAVE);
	return choice === LEAVE ? undefined : choice === OPTED_OUT;
}

/** The links and opt-outs that the user chose to set. */
export function readApart(item: ItemParameters, kind: RecordKind, operation: Writing): Record<string, unknown> {
	const { object, apart } = kind;
	const asked = ASKED[object];
	if (!apart || !asked) return {};
	const chosen = {
		[apart.links]: readLinks(item, ownName(kind, operation, 'Links'), asked.links),
		[apart.optOut]: readOptOut(item, ownName(kind, operation, 'VoiceCalls')),
	};
	return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
}
