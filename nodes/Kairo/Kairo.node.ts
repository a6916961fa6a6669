import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { listFields } from '../shared/fields/list';
import { optionsByExpression, optionsFields, sendUnfilledOption } from '../shared/fields/options';
import { shownFor } from '../shared/fields/displayed';
import { operationOfOtherResources, ownOptions } from '../shared/fields/resource';
import { customOperationsOf, operationByExpression } from '../shared/engine/operationByExpression';
import { everythingToOperation } from '../shared/routing';
import { credentialTest } from './methods/credentialTest';
import { listSearch } from './lists';
import { agent } from './resources/agent';
import { analytics } from './resources/analytics';
import { context } from './resources/context';
import { workflow } from './resources/workflow';
import { runOptions } from './runs/options';
import { kairo } from './vendor';
import { onlyIfNameOptions } from '../shared/fields/onlyIfName';

const resources = [...agent, ...analytics, ...context, ...workflow];

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
		requestOperations: operationByExpression(kairo, resources),
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Agent', value: 'agent' },
					{ name: 'Analytics', value: 'analytics' },
					{ name: 'Context', value: 'context' },
					{ name: 'Workflow', value: 'workflow' },
				],
				default: 'agent',
				routing: everythingToOperation,
			},
			...resources,
			operationOfOtherResources(resources),
			...listFields(['getAll', 'getDocuments', 'getRuns', 'getSources', 'getTraces']),
			...optionsFields([
				...onlyIfNameOptions(resources),
				...ownOptions(resources),
				...runOptions,
				...shownFor({ '/resource': ['agent'], '/operation': ['addTool', 'create', 'run', 'update'] }, [
					sendUnfilledOption,
				]),
				...shownFor(
					{ '/resource': ['context'], '/operation': ['createSource', 'ingestDocument', 'query', 'updateSource'] },
					[sendUnfilledOption],
				),
				...shownFor({ '/resource': ['workflow'], '/operation': ['create', 'run'] }, [sendUnfilledOption]),
			]),
			optionsByExpression,
		],
	};

	customOperations = customOperationsOf(kairo, resources);

	methods = { credentialTest, listSearch };
}
