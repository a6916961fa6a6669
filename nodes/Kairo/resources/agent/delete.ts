import type { OperationDescription } from '../../../shared/fields/resource';
import { deleted } from '../../../shared/operations/deleted';
import { agentLocator } from '../../locators';
import { operationAt } from '../../operation';
import { namedAgent } from '../../named';

const endpoint = operationAt('agent', 'delete');

export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete an agent',
		description: endpoint.describe('Remove an agent for good; what relies on it no longer finds it'),
		routing: endpoint.record({ read: deleted }),
	},
	tool: { text: 'Deletes an agent for good; workflows that use it stop working.' },
	record: namedAgent,
	fields: [agentLocator],
};
