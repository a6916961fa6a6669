import type { INodeProperties } from 'n8n-workflow';

import { jsonInBody } from '../../../shared/operations/prepare';
import { jsonObject } from '../../../shared/operations/readers';
import { ofKind } from '../../../shared/values/reading/kind';
import { textIn } from '../../request/fields';

const CONFIG = { displayName: 'Config (JSON)', name: 'config' };

/** What creating and updating a source share. */
export const sourceFields: INodeProperties[] = [
	{
		...CONFIG,
		type: 'json',
		typeOptions: { rows: 4 },
		default: '{}',
		description:
			'How to reach the data, as a JSON object; KAIRO publishes no form for it. An empty object is not sent.',
	},
	ofKind(
		'ownId',
		textIn('body', 'key', {
			displayName: 'Key',
			name: 'key',
			placeholder: 'e.g. crm',
			description: 'Short name that agents attach it by',
		}),
	),
	textIn('body', 'type', { displayName: 'Type', name: 'type', placeholder: 'e.g. crm' }),
];

export const sourceConfig = (collection: string) =>
	jsonInBody(`${collection}.${CONFIG.name}`, CONFIG.displayName, 'config', jsonObject());
