import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { deleted } from '../../../shared/operations/deleted';
import { agentLocator } from '../../locators';
import { operationAt } from '../../operation';
import { namedAgent } from '../../namedRecords';

const endpoint = operationAt('agent', 'delete', { way: 'Delete', id: 'agentId' });

export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete an agent',
		description: 'Remove an agent for good. Workflows with this agent stop working.',
		routing: endpoint.record({ read: deleted }),
	},
	notice: 'Deletes the agent for good.',
	tool: { text: 'Deletes an agent for good. Workflows with this agent stop working.' },
	record: namedAgent,
	asksForName: true,
	fields: [forGood('Delete', agentLocator)],
};
