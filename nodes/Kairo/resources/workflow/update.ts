import type { OperationDescription } from '../../../shared/fields/resource';
import { somethingToSend } from '../../../shared/operations/prepare';
import { workflowLocator } from '../../locators';
import { operationAt } from '../../operation';
import { wholeBody } from '../../prepare';
import { namedWorkflow } from '../../named';

const endpoint = operationAt('workflow', 'update');

/** KAIRO lists PUT and no PATCH for workflows, so an update replaces the whole (docs/vendors/kairo.md#c7). */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Replace a workflow',
		description: 'Replace the whole definition of a workflow: what is left out is gone',
		routing: endpoint.record({
			prepare: [wholeBody('definition', 'Definition (JSON)'), somethingToSend('Definition (JSON)')],
		}),
	},
	notice: endpoint.notice('Every step that is left out is gone.'),
	tool: {
		text: 'Replaces the whole workflow: every step that is left out is gone. Read it with Workflow > Get first, and give all of it back.',
		arguments: {
			definition: 'The whole workflow as JSON text, such as {"name": "Qualify", "steps": []}',
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
			description: 'The whole workflow as a JSON object. What is left out is gone, so start from the result of Get.',
		},
	],
};
