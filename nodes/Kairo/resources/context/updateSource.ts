import { updateFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { somethingToSend } from '../../../shared/operations/prepare';
import { additionalBodyField, nameField } from '../../request/fields';
import { sourceLocator } from '../../locators';
import { operationAt } from '../../operation';
import { additionalBody } from '../../request/prepare';
import { sourceConfig, sourceFields } from './fields';

const endpoint = operationAt('context', 'updateSource');

/** PATCH changes only the given members. */
export const updateSource: OperationDescription = {
	option: {
		name: 'Update Source',
		value: 'updateSource',
		action: 'Update a context source',
		description: 'Change the name, the key, the type or the config of a data source',
		routing: endpoint.record({
			lookUp: 'Check with Context > Get Source whether it has changed.',
			prepare: [sourceConfig('updateFields'), additionalBody('updateFields'), somethingToSend('Update Fields')],
		}),
	},
	tool: {
		text: 'Changes the name or the key of a data source. Empty fields keep their value. Its documents stay.',
		arguments: {
			'updateFields.name': 'New name or empty',
			'updateFields.key': 'New key, such as crm, or empty',
		},
	},
	fields: [sourceLocator, updateFields([...sourceFields, nameField(), additionalBodyField])],
};
