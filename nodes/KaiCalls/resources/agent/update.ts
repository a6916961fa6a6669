import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { clearTexts } from '../../../shared/fields/clear';
import { updateFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { idInBody, somethingToSend, withBody } from '../../../shared/operations/prepare';
import { readJson } from '../../../shared/operations/readers';
import type { Prepare } from '../../../shared/operations/single';
import { readFilledJson } from '../../../shared/values/reading/json';
import { ofKind } from '../../../shared/values/reading/kind';
import { isNothing } from '../../../shared/values/reading/nothing';
import { readText } from '../../../shared/values/reading/text';
import { textField } from '../../fields';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';
import { agentFields, agentJson } from './fields';
import { namedAgent } from '../../namedRecords';

const modelField = (displayName: string, name: string, what: string): INodeProperties =>
	ofKind('own', {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. gpt-4o',
		description: `Language model for ${what}: its name, or its settings as a JSON object`,
	});

const AS_JSON = /^\s*["{[]/;

/** The SDK's type of a language model is text. No document says whether it is a name or settings (docs/vendors/kaicalls.md#agents). */
const languageModel =
	(name: string, label: string, member: string): Prepare =>
	(apiRequest, item) => {
		const value = item.parameter(`updateFields.${name}`, '');
		if (isNothing(value)) return apiRequest;
		const reading = { label, timeZone: item.timeZone };
		const model =
			typeof value === 'string' && !AS_JSON.test(value)
				? readText(value, reading)
				: readJson(readFilledJson(value, reading), label, z.unknown());
		return withBody(apiRequest, { [member]: model });
	};

const prompt = (displayName: string, name: string, property: string, description: string) =>
	ofKind('instructions', textField('body', property, { displayName, name, typeOptions: { rows: 5 }, description }));

const updated: INodeProperties[] = [
	...agentFields,
	prompt('Inbound Prompt', 'inboundPrompt', 'inbound_prompt', 'Task of the agent when a person calls it'),
	sentAs('body', 'max_duration', {
		displayName: 'Max Duration (Seconds)',
		name: 'maxDuration',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 600,
		description: 'Longest duration of a call of this agent',
	}),
	ofKind('spokenLine', textField('body', 'name', { displayName: 'Name', name: 'name' })),
	ofKind(
		'messageTemplate',
		textField('body', 'outbound_first_message', {
			displayName: 'Outbound First Message',
			name: 'outboundFirstMessage',
			description: 'First words of the agent when it calls a person',
		}),
	),
	modelField('Outbound LLM', 'outboundLlm', 'calls it places'),
	prompt('Outbound Prompt', 'outboundPrompt', 'outbound_prompt', 'Task of the agent when it calls a person'),
	modelField('SMS LLM', 'smsLlm', 'text messages'),
	prompt('SMS Prompt', 'smsPrompt', 'sms_prompt', 'Task of the agent in text messages'),
	sentAs('body', 'transfer_enabled', {
		displayName: 'Transfer Enabled',
		name: 'transferEnabled',
		type: 'boolean',
		default: true,
		description: 'Whether the agent may hand a call over to a person',
	}),
	sentAs(
		'body',
		'transfer_phone_number',
		ofKind('telephone', {
			displayName: 'Transfer Phone Number',
			name: 'transferPhoneNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. +12025550123',
			description: 'Number for transferred calls, with country code unless Default Country is set under Options',
		}),
	),
	ofKind('settingsJson', {
		displayName: 'Vapi Config',
		name: 'vapiConfig',
		type: 'json',
		default: '{}',
		description: 'Settings for the voice provider Vapi, as a JSON object',
	}),
];

/** Texts and prompts of an agent. KaiCalls documents no form for them. */
const TEXTS = ['firstMessage', 'inboundPrompt', 'outboundFirstMessage', 'outboundPrompt', 'smsPrompt'];

const clearing = clearTexts(
	'Agent',
	updated.filter(({ name }) => TEXTS.includes(name)),
	'Update Fields',
);

/** Changes only the fields with a value. See docs/vendors/kaicalls.md#agents. */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an agent',
		description: 'Change the words, voice and settings of an agent, for all its calls from now on',
		routing: routing.patch('/agents', {
			scope: 'agents:write',
			lookUp: 'Check with Agent > Get whether it has changed.',
			prepare: [
				agentJson('updateFields', 'metadata', 'Metadata'),
				agentJson('updateFields', 'vapiConfig', 'Vapi Config', 'vapi_config'),
				languageModel('outboundLlm', 'Outbound LLM', 'outbound_llm'),
				languageModel('smsLlm', 'SMS LLM', 'sms_llm'),
				clearing.prepare,
				somethingToSend('Update Fields', 'Clear Fields'),
				idInBody('agentId'),
			],
		}),
	},
	notice: 'The agent speaks to all real people like this from now on.',
	tool: {
		text: 'Changes what one agent says to real people, in all its calls from now on. Empty fields keep their value.',
		arguments: {
			'updateFields.name': 'New name or empty',
			'updateFields.firstMessage': 'New opening line or empty',
			'updateFields.outboundPrompt': 'New instructions for calls it places, or empty',
		},
	},
	record: namedAgent,
	fields: [agentLocator, updateFields(updated), clearing.field],
};
