import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { nodeFields } from '../shared/fields/node';
import { customOperationsOf, operationByExpression } from '../shared/engine/operationByExpression';
import { credentialTest } from './methods/credentialTest';
import { listSearch } from './lists';
import { agent } from './resources/agent';
import { analytics } from './resources/analytics';
import { context } from './resources/context';
import { workflow } from './resources/workflow';
import { kairo } from './vendor';

/** The most used resources first, those for developers last. */
const fields = nodeFields([agent, analytics, context, workflow], agent);

export class Kairo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'KAIRO',
		name: 'kairo',
		icon: { light: 'file:../../icons/kairo.svg', dark: 'file:../../icons/kairo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create AI agents, run them and their workflows, manage context and read analytics',
		defaults: { name: 'KAIRO' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'kairoOutreachApi', required: true, testedBy: 'kairoKeyTest' }],
		requestDefaults: { baseURL: 'https://api.kairo.dev/v1' },
		requestOperations: operationByExpression(kairo, fields),
		properties: [...fields],
	};

	customOperations = customOperationsOf(kairo, fields);

	methods = { credentialTest, listSearch };
}
