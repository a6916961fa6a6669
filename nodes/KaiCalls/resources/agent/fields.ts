import type { INodeProperties } from 'n8n-workflow';

import { sentAs } from '../../../shared/fields/sent';
import { jsonInBody } from '../../../shared/operations/prepare';
import { jsonObject } from '../../../shared/operations/readers';
import type { Prepare } from '../../../shared/operations/single';
import { ofKind } from '../../../shared/values/reading/kind';
import { textField } from '../../fields';

/** What creating and updating an agent share (docs/vendors/kaicalls.md#agents). */
export const agentFields: INodeProperties[] = [
	ofKind(
		'messageTemplate',
		textField('body', 'first_message', {
			displayName: 'First Message',
			name: 'firstMessage',
			description: 'What the agent says first when it is called',
		}),
	),
	{
		displayName: 'Metadata',
		name: 'metadata',
		type: 'json',
		default: '{}',
		description: 'Data of your own to keep with the agent, as a JSON object',
	},
	textField('body', 'model.model', {
		displayName: 'Model',
		name: 'model',
		placeholder: 'e.g. gpt-4o',
		description: 'Language model; needs the model provider as well',
	}),
	textField('body', 'model.provider', {
		displayName: 'Model Provider',
		name: 'modelProvider',
		placeholder: 'e.g. openai',
		description: 'Who runs the language model',
	}),
	sentAs('body', 'model.temperature', {
		displayName: 'Model Temperature',
		name: 'modelTemperature',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0.7,
		description: 'How freely the model words its answers',
	}),
	ofKind(
		'id',
		textField('body', 'voice.voiceId', {
			displayName: 'Voice ID',
			name: 'voiceId',
			description: 'Voice of the agent, as its provider names it; needs the voice provider as well',
		}),
	),
	textField('body', 'voice.provider', {
		displayName: 'Voice Provider',
		name: 'voiceProvider',
		placeholder: 'e.g. 11labs',
		description: 'Who makes the voice',
	}),
];

/** The agent's JSON field of that name as a member of the body. */
export const agentJson = (collection: string, name: string, label: string, member = name): Prepare =>
	jsonInBody(`${collection}.${name}`, label, member, jsonObject());
