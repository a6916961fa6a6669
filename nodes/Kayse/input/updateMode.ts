import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../../shared/contract/operation';
import { readChoice } from '../../shared/values/reading/choice';
import { readDefined } from '../../shared/values/reading/option';
import { readYesNo } from '../../shared/values/reading/yesNo';
import { readPeoplePolicy, sameIdOption } from '../people/options';
import type { RecordKind } from '../records/record';
import type { UpdatePolicy } from './change';
import { ownName, type Writing } from './ownName';

/** The parameter for the fields that an update does not name. */
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
				'Change only the given fields, and only the given members of objects such as Meta. Takes one more of the 500 requests per hour, to read the record.',
		},
		{
			name: 'Replace All',
			value: 'replace',
			description:
				'Empty all fields that are not mapped. A mapped field without a value stays. An opt-out stays: see the option Keep Opt-Outs.',
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
		{ name: 'Do Not Update', value: 'stop', description: 'An update would empty hidden fields with a value' },
		{
			name: 'Count as Empty',
			value: 'empty',
			description: 'Update even if Kayse does not show all documented fields of the record',
		},
	],
};

const keepOptOutsOption: INodeProperties = {
	displayName: 'Keep Opt-Outs',
	name: 'keepOptOuts',
	type: 'boolean',
	default: true,
	description:
		'Whether Replace All keeps an opt-out that Kayse shows. This takes one more request, to read the record. If off, an update may remove the opt-out. The node then also does not check for other people, unless Refuse Other People is on.',
};

/** Options for updates of records with an ID at Kayse. */
export const updateOptions = (kind: RecordKind, operation: Writing): INodeProperties[] => [
	{
		...keepOptOutsOption,
		displayOptions: { show: { [`/${ownName(kind, operation, 'Mode')}`]: ['replace'] } },
	},
	sameIdOption,
	unseenFieldsOption,
];

/** The policy of an update that keeps the fields it does not name. */
export const readKeepingPolicy = (item: ItemParameters): UpdatePolicy => ({
	mode: 'keep',
	keepsOptOuts: readDefined(item, `options.${keepOptOutsOption.name}`, keepOptOutsOption, readYesNo) !== false,
	unseenIsEmpty: readDefined(item, `options.${UNSEEN}`, unseenFieldsOption, readChoice) === 'empty',
	...readPeoplePolicy(item),
});

/** Whether the user wants an update to replace the fields that it does not name. */
export const replacesAll = (item: ItemParameters, kind: RecordKind, operation: Writing): boolean =>
	item.parameter(ownName(kind, operation, 'Mode'), 'keep') === 'replace';

/** The policy of an update. */
export const readPolicy = (item: ItemParameters, kind: RecordKind, operation: Writing): UpdatePolicy => ({
	...readKeepingPolicy(item),
	mode: replacesAll(item, kind, operation) ? 'replace' : 'keep',
});
