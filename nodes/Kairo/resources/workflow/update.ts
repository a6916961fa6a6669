import type { OperationDescription } from '../../../shared/fields/resource';
import { somethingToSend } from '../../../shared/operations/prepare';
import { workflowLocator } from '../../locators';
import { operationAt } from '../../operation';
import { wholeBody } from '../../request/prepare';
import { namedWorkflow } from '../../namedRecords';

const endpoint = operationAt('workflow', 'update');

/** KAIRO lists PUT and no PATCH for workflows, so an update replaces the whole (docs/vendors/kairo.md#c7). */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Replace a workflow',
		description: 'Replace the full definition of a workflow. Steps left out are deleted.',
		routing: endpoint.record({
			prepare: [wholeBody('definition', 'Definition (JSON)'), somethingToSend('Definition (JSON)')],
		}),
	},
	notice: 'Steps left out are deleted.',
	tool: {
		text: 'Replaces the full workflow: steps left out are deleted. Read it with Workflow > Get first, and send all of it back.',
		arguments: {
			definition: 'The full workflow as JSON text, such as {"name": "Qualify", "steps": []}',
		},
	},
	record: namedWorkflow,
	fields: [
		workflowLocator,
		{
			displayName: 'Definition (JSON)',
			name: 'definition',
			type: 'json',
			typeOptions: { rows: 8 },
			required: true,
			default: '{}',
			description: 'The full workflow as a JSON object. Parts left out are deleted, so start from the result of Get.',
		},
	],
};
