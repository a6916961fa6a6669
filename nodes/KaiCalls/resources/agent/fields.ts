import type { INodeProperties } from 'n8n-workflow';

import { sentAs } from '../../../shared/fields/sent';
import { jsonInBody } from '../../../shared/operations/prepare';
import { jsonObject } from '../../../shared/operations/readers';
import type { Prepare } from '../../../shared/operations/single';
import { ofKind } from '../../../shared/values/reading/kind';
import { textField } from '../../fields';

/** Fields that Create and Update share (docs/vendors/kaicalls.md#agents). */
export const agentFields: INodeProperties[] = [
	ofKind(
		'messageTemplate',
		textField('body', 'first_message', {
			displayName: 'First Message',
			name: 'firstMessage',
			description: 'First words of the agent when a person calls it',
		}),
	),
	{
		displayName: 'Metadata',
		name: 'metadata',
		type: 'json',
		default: '{}',
		description: 'Your own data about the agent, as a JSON object',
	},
	textField('body', 'model.model', {
		displayName: 'Model',
		name: 'model',
		placeholder: 'e.g. gpt-4o',
		description: 'Language model. Also fill in the model provider.',
	}),
	textField('body', 'model.provider', {
		displayName: 'Model Provider',
		name: 'modelProvider',
		placeholder: 'e.g. openai',
		description: 'Company that runs the language model',
	}),
	sentAs('body', 'model.temperature', {
		displayName: 'Model Temperature',
		name: 'modelTemperature',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0.7,
		description: 'Freedom of the model in its answers: low is predictable, high is creative',
	}),
	ofKind(
		'id',
		textField('body', 'voice.voiceId', {
			displayName: 'Voice ID',
			name: 'voiceId',
			description: 'Voice of the agent, as its provider names it. Also fill in the voice provider.',
		}),
	),
	textField('body', 'voice.provider', {
		displayName: 'Voice Provider',
		name: 'voiceProvider',
		placeholder: 'e.g. 11labs',
		description: 'Company that makes the voice',
	}),
];

/** Puts a JSON field of the agent into the body. */
export const agentJson = (collection: string, name: string, label: string, member = name): Prepare =>
	jsonInBody(`${collection}.${name}`, label, member, jsonObject());
