import type { INodeProperties } from 'n8n-workflow';

import { ofKind } from '../../../shared/values/reading/kind';
import { textIn } from '../../request/fields';
import { objectInBody } from '../../request/prepare';

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
	objectInBody(`${collection}.${CONFIG.name}`, CONFIG.displayName, 'config');
