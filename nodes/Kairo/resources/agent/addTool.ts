import { additionalFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { jsonInBody } from '../../../shared/operations/prepare';
import { jsonObject } from '../../../shared/operations/readers';
import { ofKind } from '../../../shared/values/reading/kind';
import { additionalBodyField, nameField, textIn } from '../../request/fields';
import { agentLocator } from '../../locators';
import { operationAt } from '../../operation';
import { additionalBody } from '../../request/prepare';

const endpoint = operationAt('agent', 'addTool');

export const addTool: OperationDescription = {
	option: {
		name: 'Add Tool',
		value: 'addTool',
		action: 'Add a tool to an agent',
		description: 'Give an agent a tool to use in its work',
		routing: endpoint.record({
			lookUp: 'Check with Agent > Get whether it exists.',
			prepare: [jsonInBody('additionalFields.schema', 'Schema (JSON)', 'schema', jsonObject()), additionalBody()],
		}),
	},
	tool: {
		text: 'Gives an agent of KAIRO one more tool for its work.',
		arguments: {
			description: 'What the tool does, such as Finds an order',
		},
	},
	fields: [
		agentLocator,
		nameField({ required: true, placeholder: 'e.g. look_up_order' }),
		ofKind(
			'instructions',
			textIn('body', 'description', {
				displayName: 'Description',
				name: 'description',
				placeholder: 'e.g. Finds an order by its number',
				description: 'Description of the tool for the agent',
			}),
		),
		additionalFields([
			additionalBodyField,
			ofKind('dataJson', {
				displayName: 'Schema (JSON)',
				name: 'schema',
				type: 'json',
				typeOptions: { rows: 6 },
				default: '{}',
				description: 'Input of the tool, as a JSON schema',
			}),
		]),
	],
};
