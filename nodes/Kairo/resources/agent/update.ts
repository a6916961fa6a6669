import { updateFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { somethingToSend } from '../../../shared/operations/prepare';
import { additionalBodyField, textIn, textsField } from '../../fields';
import { agentLocator } from '../../locators';
import { operationAt } from '../../operation';
import { additionalBody } from '../../prepare';
import { replacingTexts } from '../../texts';

const endpoint = operationAt('agent', 'update');

/** PATCH: only what is filled in changes. */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an agent',
		description: endpoint.describe('Change the name, the model or the context sources of an agent'),
		routing: endpoint.record({
			lookUp: 'Agent > Get shows whether it has changed.',
			prepare: [
				replacingTexts('context', 'updateFields.contextSources', 'Context Sources'),
				additionalBody('updateFields'),
				somethingToSend('Update Fields'),
			],
		}),
	},
	fields: [
		agentLocator,
		updateFields([
			additionalBodyField,
			textsField(
				{
					displayName: 'Context Sources',
					name: 'contextSources',
					placeholder: 'e.g. crm',
					description: 'Keys of the data sources that the agent may draw on, in place of those it has',
				},
				'Add Source',
			),
			textIn('body', 'model', { displayName: 'Model', name: 'model', default: 'auto' }),
			textIn('body', 'name', { displayName: 'Name', name: 'name' }),
		]),
	],
};
