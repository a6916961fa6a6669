import type { OperationDescription } from '../../../shared/fields/resource';
import { workflowLocator } from '../../locators';
import { operationAt } from '../../operation';

const endpoint = operationAt('workflow', 'get');

export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a workflow',
		description: 'Read one workflow with its steps',
		routing: endpoint.record(),
	},
	tool: { text: 'Reads one workflow with its steps. Starts nothing.' },
	fields: [workflowLocator],
};
