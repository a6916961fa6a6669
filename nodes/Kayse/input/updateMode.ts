import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../../shared/contract/operation';
import { readChoice } from '../../shared/values/reading/choice';
import { readDefined } from '../../shared/values/reading/option';
import { readYesNo } from '../../shared/values/reading/yesNo';
import { readPeoplePolicy, sameIdOption } from '../people/options';
import type { RecordKind } from '../records/record';
import type { UpdatePolicy } from './change';
import { ownName, type Writing } from './ownName';

/** For updates: what happens to the fields that are not named. */
export const updateModeField = (kind: RecordKind, operation: Writing): INodeProperties => ({
	displayName: 'When Updating',
	name: ownName(kind, operation, 'Mode'),
	type: 'options',
	noDataExpression: true,
	default: 'keep',
	options: [
		{
			name: 'Keep Other Fields',
			value: 'keep',
			description:
				'Change only what is given here; of objects such as Meta, only the members that are given. Reads the record first, which is one more of the 500 requests an hour.',
		},
		{
			name: 'Replace All',
			value: 'replace',
			description: 'Empty every field that is not given here. An opt-out stays, see the option Keep Opt-Outs.',
		},
	],
});

/** Name of the option for fields that Kayse does not show. */
const UNSEEN = 'unseenFields';

export const unseenFieldsOption: INodeProperties = {
	displayName: 'If Kayse Hides a Field',
	name: UNSEEN,
	type: 'options',
	default: 'stop',
	options: [
		{ name: 'Do Not Update', value: 'stop', description: 'An update would empty them if they hold something' },
		{
			name: 'Count as Empty',
			value: 'empty',
			description: 'Update even if Kayse leaves documented fields out when it shows the record',
		},
	],
};

const keepOptOutsOption: INodeProperties = {
	displayName: 'Keep Opt-Outs',
	name: 'keepOptOuts',
	type: 'boolean',
	default: true,
	description:
		'Whether Replace All reads the record first, which is one more request, and sends an opt-out back that Kayse shows. Otherwise Kayse may take it for an emptied field, and nobody tells that a client has another name and other contact data at Kayse, unless Refuse Other People is on.',
};

/** For updates of records that have an ID of their own. */
export const updateOptions = (kind: RecordKind, operation: Writing): INodeProperties[] => [
	{
		...keepOptOutsOption,
		displayOptions: { show: { [`/${ownName(kind, operation, 'Mode')}`]: ['replace'] } },
	},
	sameIdOption,
	unseenFieldsOption,
];

/** What an update that keeps the fields that are not named may do. */
export const readKeepingPolicy = (item: ItemParameters): UpdatePolicy => ({
	mode: 'keep',
	keepsOptOuts: readDefined(item, `options.${keepOptOutsOption.name}`, keepOptOutsOption, readYesNo) !== false,
	unseenIsEmpty: readDefined(item, `options.${UNSEEN}`, unseenFieldsOption, readChoice) === 'empty',
	...readPeoplePolicy(item),
});

/** What an update may do. */
export const readPolicy = (item: ItemParameters, kind: RecordKind, operation: Writing): UpdatePolicy => ({
	...readKeepingPolicy(item),
	mode: item.parameter(ownName(kind, operation, 'Mode'), 'keep') === 'replace' ? 'replace' : 'keep',
});
