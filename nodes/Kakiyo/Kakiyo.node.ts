import {
	NodeConnectionTypes,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { listFields } from '../shared/fields/list';
import { contactLimitOption, oneThroughOption } from '../shared/contacts/fields';
import { shownFor } from '../shared/fields/displayed';
import { optionsByExpression, optionsFields, sendUnfilledOption } from '../shared/fields/options';
import { operationOfOtherResources, ownOptions } from '../shared/fields/resource';
import { customOperationsOf, operationByExpression } from '../shared/engine/operationByExpression';
import { everythingToOperation } from '../shared/routing';
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
import { onlyIfNameOptions } from '../shared/fields/onlyIfName';

const resources = [
	...agent,
	...analytics,
	...apiKey,
	...campaign,
	...dnc,
	...model,
	...product,
	...prompt,
	...prospect,
	...webhook,
	...workspace,
];

/** When a person is invited is for the working hours of the agent to say. */
const contactOptions = shownFor({ '/resource': ['prospect'], '/operation': ['add', 'distribute'] }, [
	contactLimitOption,
	oneThroughOption,
]);

/** First what people come for, last what is for developers. */
const RESOURCES_IN_ORDER: INodePropertyOptions[] = [
	{ name: 'Prospect', value: 'prospect' },
	{ name: 'Campaign', value: 'campaign' },
	{ name: 'Do Not Contact', value: 'dnc' },
	{ name: 'Agent', value: 'agent' },
	{ name: 'Prompt', value: 'prompt' },
	{ name: 'Product', value: 'product' },
	{ name: 'Analytics', value: 'analytics' },
	{ name: 'Workspace', value: 'workspace' },
	{ name: 'Webhook', value: 'webhook' },
	{ name: 'Model', value: 'model' },
	{ name: 'API Key', value: 'apiKey' },
];

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
		requestOperations: operationByExpression(kakiyo, resources),
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
						description: 'For Agent > Set Up, which connects an agent to that account',
					},
				],
				default: 'apiKey',
			},
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: RESOURCES_IN_ORDER,
				default: 'prospect',
				routing: everythingToOperation,
			},
			...resources,
			operationOfOtherResources(resources),
			...listFields(['getAll', 'search']),
			...optionsFields([
				...onlyIfNameOptions(resources),
				...contactOptions,
				...ownOptions(resources),
				...shownFor({ '/resource': ['agent', 'product', 'workspace'], '/operation': ['create'] }, [sendUnfilledOption]),
				...shownFor({ '/resource': ['campaign', 'prompt', 'webhook'], '/operation': ['create', 'update'] }, [
					sendUnfilledOption,
				]),
				...shownFor(
					{
						'/resource': ['prospect'],
						'/operation': ['add', 'distribute', 'importSalesNavigator', 'updateCustomData'],
					},
					[sendUnfilledOption],
				),
			]),
			optionsByExpression,
		],
	};

	customOperations = customOperationsOf(kakiyo, resources);

	methods = { credentialTest, listSearch, loadOptions, resourceMapping };
}
