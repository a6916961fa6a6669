import type { OperationDescription } from '../../../shared/fields/resource';
import { modelLocator } from '../../locators';
import { routing } from '../../vendor';
import { ofKind } from '../../../shared/values/reading/kind';
import { OWN_TEXT_MEMBERS } from './ownTextMembers';

/** The types are those of OpenAPI; the reply names no ID (docs/vendors/kakiyo.md#c13). */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a prompt',
		description: 'Make a prompt with empty sections. Get Many shows its ID, Update fills it in.',
		routing: routing.post('/prompts', { ownWords: OWN_TEXT_MEMBERS }),
	},
	tool: { text: 'Creates an empty prompt; Prompt > Update fills it in. Contacts nobody.' },
	fields: [
		ofKind('spokenLine', {
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. CFO intro',
			description: 'At least 3 characters',
			routing: { send: { type: 'body', property: 'name' } },
		}),
		{ ...modelLocator, routing: { send: { type: 'body', property: 'model' } } },
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			required: true,
			default: 'Messages',
			options: [
				{
					name: 'Comment',
					value: 'Comment',
					description: 'For comments on posts. Kakiyo has announced this feature.',
				},
				{
					name: 'Messages',
					value: 'Messages',
					description: 'For conversations with prospects',
				},
			],
			description: 'What the agent writes with it',
			routing: { send: { type: 'body', property: 'type' } },
		},
	],
};
