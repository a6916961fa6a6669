import type { INodeProperties } from 'n8n-workflow';

import { jsonInBody } from '../../../shared/operations/prepare';
import { jsonObject } from '../../../shared/operations/readers';
import { ofKind } from '../../../shared/values/reading/kind';
import { textIn } from '../../request/fields';

const CONFIG = { displayName: 'Config (JSON)', name: 'config' };

/** Settings of a source, the same for create and update. */
export const sourceFields: INodeProperties[] = [
	{
		...CONFIG,
		type: 'json',
		typeOptions: { rows: 4 },
		default: '{}',
		description:
			'The connection to the data, as a JSON object. KAIRO documents no format. The node does not send an empty object.',
	},
	ofKind(
		'ownId',
		textIn('body', 'key', {
			displayName: 'Key',
			name: 'key',
			placeholder: 'e.g. crm',
			description: 'Short name, used to attach it to agents',
		}),
	),
	textIn('body', 'type', { displayName: 'Type', name: 'type', placeholder: 'e.g. crm' }),
];

/** Reads the JSON settings of a source. @param collection that contains the field */
export const sourceConfig = (collection: string) =>
	jsonInBody(`${collection}.${CONFIG.name}`, CONFIG.displayName, 'config', jsonObject());
