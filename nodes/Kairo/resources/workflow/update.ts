import type { OperationDescription } from '../../../shared/fields/resource';
import { somethingToSend } from '../../../shared/operations/prepare';
import { ofKind } from '../../../shared/values/reading/kind';
import { workflowLocator } from '../../locators';
import { operationAt } from '../../operation';
import { partsGiven, wholeBody } from '../../request/prepare';
import { namedWorkflow } from '../../namedRecords';

const endpoint = operationAt('workflow', 'update');

const DEFINITION = 'Definition (JSON)';

/** KAIRO lists PUT and no PATCH for workflows, so an update replaces the whole (docs/vendors/kairo.md#c7). */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Replace a workflow',
		description: 'Replace the full definition of a workflow. Steps left out are deleted.',
		routing: endpoint.record({
			prepare: [
				wholeBody('definition', DEFINITION),
				somethingToSend(DEFINITION),
				partsGiven(DEFINITION, ['name', 'steps']),
			],
		}),
	},
	notice: 'Steps left out are deleted.',
	tool: {
		text: 'Replaces the full workflow: steps left out are deleted. Read it with Workflow > Get first, and send all of it back.',
		arguments: {
			definition: 'The full workflow as JSON text, such as {"name": "Qualify", "steps": [{"agent": "agent_1"}]}',
		},
	},
	record: namedWorkflow,
	fields: [
		workflowLocator,
		// It replaces all, so an empty part is data, too.
		ofKind('dataJson', {
			displayName: 'Definition (JSON)',
			name: 'definition',
			type: 'json',
			typeOptions: { rows: 8 },
			required: true,
			default: '{}',
			description:
				'The full workflow as a JSON object, with name and steps. Parts left out are deleted, so start from the result of Get.',
		}),
	],
};
