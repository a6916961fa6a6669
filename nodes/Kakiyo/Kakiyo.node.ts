import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { nodeFields } from '../shared/fields/node';
import { customOperationsOf, operationByExpression } from '../shared/engine/operationByExpression';
import { credentialTest } from './methods/credentialTest';
import { listSearch, loadOptions } from './lists';
import { agent } from './resources/agent';
import { analytics } from './resources/analytics';
import { apiKey } from './resources/apiKey';
import { campaign } from './resources/campaign';
import { dnc } from './resources/dnc';
import { model } from './resources/model';
import { product } from './resources/product';
import { prompt } from './resources/prompt';
import { prospect } from './resources/prospect';
import { webhook } from './resources/webhook';
import { workspace } from './resources/workspace';
import { resourceMapping } from './methods/resourceMapping';
import { kakiyo } from './vendor';

/** The most used resources first, those for developers last. */
const fields = nodeFields(
	[prospect, campaign, dnc, agent, prompt, product, analytics, workspace, webhook, model, apiKey],
	prospect,
);

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
		credentials: [
			{
				name: 'kakiyoOutreachApi',
				required: true,
				testedBy: 'kakiyoKeyTest',
				displayOptions: { show: { authentication: ['apiKey'] } },
			},
			{
				name: 'kakiyoLinkedInAccountApi',
				required: true,
				testedBy: 'kakiyoKeyTest',
				displayOptions: { show: { authentication: ['linkedInAccount'] } },
			},
		],
		requestDefaults: { baseURL: 'https://api.kakiyo.com/v1' },
		requestOperations: operationByExpression(kakiyo, fields),
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'API Key', value: 'apiKey' },
					{
						name: 'API Key and LinkedIn Account',
						value: 'linkedInAccount',
						description: 'For Agent > Set Up, to connect an agent to that account',
					},
				],
				default: 'apiKey',
			},
			...fields,
		],
	};

	customOperations = customOperationsOf(kakiyo, fields);

	methods = { credentialTest, listSearch, loadOptions, resourceMapping };
}
