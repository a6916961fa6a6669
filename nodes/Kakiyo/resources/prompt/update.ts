import type { INodeProperties } from 'n8n-workflow';

import { clearTexts } from '../../../shared/fields/clear';
import type { OperationDescription } from '../../../shared/fields/resource';
import { rowsInBody, somethingToSend, withBody } from '../../../shared/operations/prepare';
import type { Prepare } from '../../../shared/operations/single';
import { ofKind, type Kind } from '../../../shared/values/reading/kind';
import { promptLocator } from '../../locators';
import { routing } from '../../vendor';
import { OWN_TEXT_MEMBERS } from './ownTextMembers';
import { namedPrompt } from '../../namedRecords';
import { updateFields } from '../../../shared/fields/collection';

const section = (kind: Kind, displayName: string, name: string, description: string): INodeProperties =>
	ofKind(kind, {
		displayName,
		name,
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description,
		routing: { send: { type: 'body', property: name } },
	});

const texts = [
	section('briefing', 'Comment', 'comment', 'What to write under posts (prompts of the type Comment only)'),
	section('instructions', 'Context', 'context', 'What the agent should know and how it should behave'),
	section('briefing', 'First Message', 'firstMessage', 'How the agent opens the conversation'),
];

/** Kakiyo refuses a text without a mandatory variable. See docs/vendors/kakiyo.md#prompts. */
const clearing = clearTexts('Prompt', texts, 'Update Fields');

/** Kakiyo replaces the list in full, so an empty list clears it. Given follow-ups overwrite this value. */
const clearedFollowUps: Prepare = (apiRequest, item) =>
	item.parameter('updateFields.clearFollowUps', false) === true ? withBody(apiRequest, { followUps: [] }) : apiRequest;

/** Each section sent replaces the old one; Kakiyo refuses a text without a mandatory variable. See docs/vendors/kakiyo.md#prompts. */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a prompt',
		description: 'Replace sections of a prompt. Running campaigns use the new text at once.',
		routing: routing.put('/prompts/{promptId}', {
			ownWords: OWN_TEXT_MEMBERS,
			prepare: [
				clearedFollowUps,
				rowsInBody('updateFields.followUps', 'followUps'),
				clearing.prepare,
				somethingToSend('Update Fields', 'Clear Fields'),
			],
		}),
	},
	notice: 'Running campaigns send the new text to real people at once.',
	tool: {
		text: 'Replaces sections of a prompt. Running campaigns send the new text to real people at once. Empty fields keep their value.',
		arguments: {
			'updateFields.context': 'New context or empty',
			'updateFields.firstMessage': 'New first message or empty',
		},
	},
	record: namedPrompt,
	fields: [
		promptLocator,
		updateFields([
			{
				displayName: 'Clear Follow-Ups',
				name: 'clearFollowUps',
				type: 'boolean',
				default: true,
				description: 'Whether to remove all follow-ups. Those under Follow-Ups replace them.',
			},
			...texts,
			{
				displayName: 'Follow-Up Enabled',
				name: 'followUpEnabled',
				type: 'boolean',
				default: true,
				description: 'Whether the agent writes again to people who do not answer',
				routing: { send: { type: 'body', property: 'followUpEnabled' } },
			},
			{
				displayName: 'Follow-Ups',
				name: 'followUps',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, maxAllowedFields: 3, sortable: true },
				placeholder: 'Add follow-up',
				default: {},
				description: 'Up to three. They replace all existing follow-ups.',
				options: [
					{
						displayName: 'Follow-Up',
						name: 'followUp',
						values: [
							{
								displayName: 'Delay (Days)',
								name: 'delay',
								type: 'number',
								required: true,
								typeOptions: { minValue: 1, maxValue: 30, numberPrecision: 0 },
								default: 3,
								description: 'Days after the message before it',
							},
							ofKind('briefing', {
								displayName: 'Prompt',
								name: 'prompt',
								type: 'string',
								required: true,
								typeOptions: { rows: 3 },
								default: '',
								placeholder: 'e.g. Ask once more, kindly',
							}),
						],
					},
				],
			},
		]),
		clearing.field,
	],
};
