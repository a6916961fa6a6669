import type { OperationDescription } from '../../../shared/fields/resource';
import { agentLocator } from '../../locators';
import { operationAt } from '../../operation';

const endpoint = operationAt('agent', 'get');

export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an agent',
		description: 'Read one agent with its status',
		routing: endpoint.record(),
	},
	tool: { text: 'Reads one agent with its status. Starts nothing.' },
	fields: [agentLocator],
};
