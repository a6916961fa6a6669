import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { listFields } from '../shared/fields/list';
import { optionsField } from '../shared/fields/options';
import { campaign } from './resources/campaign';
import { prospect } from './resources/prospect';
import { importOptions } from './resources/prospect/imports';

export class Kakiyo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kakiyo',
		name: 'kakiyo',
		icon: { light: 'file:../../icons/kakiyo.svg', dark: 'file:../../icons/kakiyo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Load prospects into LinkedIn campaigns, follow their conversations and manage Kakiyo agents',
		defaults: { name: 'Kakiyo' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'kakiyoOutreachApi', required: true }],
		requestDefaults: { baseURL: 'https://api.kakiyo.com/v1' },
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Campaign', value: 'campaign' },
					{ name: 'Prospect', value: 'prospect' },
				],
				default: 'prospect',
			},
			...campaign,
			...prospect,
			...listFields(['getAll', 'search']),
			optionsField(importOptions),
		],
	};
}
