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
		description: 'Give an agent something that it can call while it works',
		routing: endpoint.record({
			lookUp: 'Agent > Get shows whether it is there.',
			prepare: [jsonInBody('additionalFields.schema', 'Schema (JSON)', 'schema', jsonObject()), additionalBody()],
		}),
	},
	notice: endpoint.notice(),
	tool: {
		text: 'Gives an agent of KAIRO one more thing that it can call while it works.',
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
				description: 'What the tool does, for the agent to read',
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
				description: 'What the tool takes, as a JSON schema',
			}),
		]),
	],
};
