import { additionalFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { ofKind } from '../../../shared/values/reading/kind';
import { textField } from '../../fields';
import { workspaceLocator } from '../../locators';
import { routing } from '../../vendor';
import { agentFields, agentJson } from './fields';

/** See docs/vendors/kaicalls.md#agents. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create an agent',
		description: 'Set up an AI agent with its voice assistant. To place calls, it needs a phone number.',
		routing: routing.post('/agents', {
			scope: 'agents:write',
			lookUp: 'Check with Agent > Get Many whether it exists.',
			prepare: [agentJson('additionalFields', 'metadata', 'Metadata')],
		}),
	},
	tool: {
		text: 'Creates a voice agent with its instructions. It contacts nobody until it has a phone number and you place a call.',
		arguments: {
			'additionalFields.firstMessage': 'Opening line, such as Hello, this is Anna, or empty',
		},
	},
	fields: [
		sentAs('body', 'business_id', workspaceLocator),
		ofKind(
			'spokenLine',
			textField('body', 'name', { displayName: 'Name', name: 'name', required: true, placeholder: 'e.g. Front desk' }),
		),
		ofKind(
			'instructions',
			textField('body', 'system_prompt', {
				displayName: 'System Prompt',
				name: 'systemPrompt',
				required: true,
				typeOptions: { rows: 5 },
				placeholder: 'e.g. You answer the phone of Harbor Law…',
				description: 'The role and the task of the agent on the phone',
			}),
		),
		additionalFields(agentFields),
	],
};
