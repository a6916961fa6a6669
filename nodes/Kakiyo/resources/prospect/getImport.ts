import type { IDataObject } from 'n8n-workflow';

import { simplifyField } from '../../../shared/fields/list';
import type { OperationDescription } from '../../../shared/fields/resource';
import { ofKind } from '../../../shared/values/reading/kind';
import { routing } from '../../vendor';

const KEPT = [
	'listId',
	'campaignId',
	'status',
	'total',
	'imported',
	'existing',
	'invalid',
	'skippedDnc',
	'enrichmentFailed',
	'report',
];

const simplifyImport = (row: IDataObject): IDataObject =>
	Object.fromEntries(KEPT.filter((name) => name in row).map((name) => [name, row[name]]));

/** See docs/vendors/kakiyo.md#prospects. */
export const getImport: OperationDescription = {
	option: {
		name: 'Get Import',
		value: 'getImport',
		action: 'Get the state of an import',
		description: 'Read how many people of a list were imported, with the result for each person',
		routing: routing.get('/prospects/imports/{listId}', { simplify: simplifyImport }),
	},
	tool: {
		text: 'Reads how many people of an import were added. Changes nothing.',
		arguments: {
			listId: 'List ID, from the answer of Prospect > Add or the import',
		},
	},
	fields: [
		ofKind('id', {
			displayName: 'List ID',
			name: 'listId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 68a1f0c2001d5e7b9c34',
			description: 'From the results of Add or Spread Over Campaigns',
		}),
		simplifyField(),
	],
};
