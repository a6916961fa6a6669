import { invalidInput } from '../../../shared/contract/failure';
import { updateFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { entriesIn } from '../../../shared/operations/readers';
import { listInBody, somethingToSend, withBody } from '../../../shared/operations/prepare';
import type { Prepare } from '../../../shared/operations/single';
import { additionalTextsField, keysField, nameField, textIn } from '../../request/fields';
import { agentLocator } from '../../locators';
import { operationAt } from '../../operation';
import { additionalBody } from '../../request/prepare';
import { namedAgent } from '../../namedRecords';

const endpoint = operationAt('agent', 'update');

/**
 * An empty list changes nothing; sources that are given come after this.
 * @throws ItemFailure when the expression in Context Sources finds nothing to replace the sources
 */
const clearedSources: Prepare = (apiRequest, item) => {
	if (item.parameter('updateFields.clearContextSources', false) !== true) return apiRequest;
	const isReplaced = item.isExpression('updateFields.contextSources');
	if (isReplaced && entriesIn(item, 'updateFields.contextSources').length === 0) {
		throw invalidInput(
			'"Context Sources" is empty',
			'Enter the sources that replace the present ones. To remove all, take "Context Sources" out.',
		);
	}
	return withBody(apiRequest, { context: [] });
};

/** PATCH changes only the given members. */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an agent',
		description: 'Change the name, the model or the context sources of an agent',
		routing: endpoint.record({
			lookUp: 'Check with Agent > Get whether it has changed.',
			prepare: [
				clearedSources,
				listInBody('context', 'updateFields.contextSources'),
				additionalBody('updateFields'),
				somethingToSend('Update Fields'),
			],
		}),
	},
	notice: 'Changes the agent at once, for all its runs from now on.',
	tool: {
		text: 'Changes one agent at once, for all runs from now on. Empty fields keep their value.',
		arguments: {
			'updateFields.name': 'New name or empty',
			'updateFields.model': 'New model, such as auto, or empty',
		},
	},
	record: namedAgent,
	fields: [
		agentLocator,
		updateFields([
			additionalTextsField,
			{
				displayName: 'Clear Context Sources',
				name: 'clearContextSources',
				type: 'boolean',
				default: true,
				description: 'Whether to remove all data sources of the agent. Those under Context Sources replace them.',
			},
			keysField(
				{
					displayName: 'Context Sources',
					name: 'contextSources',
					placeholder: 'e.g. crm',
					description: 'Keys of the data sources for the agent, instead of the present ones',
				},
				'Add Source',
			),
			textIn('body', 'model', { displayName: 'Model', name: 'model', default: 'auto' }),
			nameField(),
		]),
	],
};
