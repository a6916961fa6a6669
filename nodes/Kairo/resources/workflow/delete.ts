import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { deleted } from '../../../shared/operations/deleted';
import { workflowLocator } from '../../locators';
import { operationAt } from '../../operation';
import { namedWorkflow } from '../../namedRecords';

const endpoint = operationAt('workflow', 'delete', { way: 'Delete', id: 'workflowId' });

export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a workflow',
		description: 'Remove a workflow for good, with its schedule',
		routing: endpoint.record({ read: deleted }),
	},
	notice: 'Deletes the workflow for good.',
	tool: { text: 'Deletes a workflow for good, with its schedule.' },
	record: namedWorkflow,
	asksForName: true,
	fields: [forGood('Delete', workflowLocator)],
};
