import type { OperationDescription } from '../../../shared/fields/resource';
import { deleted } from '../../../shared/operations/deleted';
import { workflowLocator } from '../../locators';
import { operationAt } from '../../operation';
import { namedWorkflow } from '../../named';

const endpoint = operationAt('workflow', 'delete');

export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a workflow',
		description: endpoint.describe('Remove a workflow for good; what is scheduled in it no longer runs'),
		routing: endpoint.record({ read: deleted }),
	},
	tool: { text: 'Deletes a workflow for good; what is scheduled in it no longer runs.' },
	record: namedWorkflow,
	fields: [workflowLocator],
};
