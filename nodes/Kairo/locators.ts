import { listed } from './lists';
import { locator } from '../shared/fields/locator';

export const agentLocator = locator({
	displayName: 'Agent',
	name: 'agentId',
	...listed('searchAgents'),
	example: 'agent_01j9k8m3x',
});

export const workflowLocator = locator({
	displayName: 'Workflow',
	name: 'workflowId',
	...listed('searchWorkflows'),
	example: 'wf_01j9k8m3x',
});

export const sourceLocator = locator({
	displayName: 'Context Source',
	name: 'sourceId',
	description: 'A data source for agents',
	...listed('searchSources'),
	example: 'crm',
});
