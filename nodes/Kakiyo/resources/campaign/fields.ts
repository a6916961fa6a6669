import type { INodeProperties } from 'n8n-workflow';

import { ofKind } from '../../../shared/values/reading/kind';

export const campaignName: INodeProperties = ofKind('spokenLine', {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Spring CFOs',
	description: 'Between 3 and 100 characters',
	routing: { send: { type: 'body', property: 'name' } },
});

/** Qualification thresholds and prompt variables, the same for create and update (docs/vendors/kakiyo.md#campaigns). */
export const campaignSettings: INodeProperties[] = [
	{
		displayName: 'Qualify Without Asking From (%)',
		name: 'qualificationAutomatic',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 70,
		description: 'Kakiyo qualifies a prospect without asking, from this confidence up',
		routing: { send: { type: 'body', property: 'qualificationAutomatic' } },
	},
	{
		displayName: 'Qualification Verification (%)',
		name: 'qualificationVerification',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 50,
		description: 'Kakiyo asks a person to verify a prospect, from this confidence up',
		routing: { send: { type: 'body', property: 'qualificationVerification' } },
	},
	{
		displayName: 'Variables',
		name: 'variables',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add variable',
		default: {},
		description: 'Values of the variables in the prompt',
		options: [
			{
				displayName: 'Variable',
				name: 'variable',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. painPoint',
					},
					ofKind('spokenLine', {
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. slow onboarding',
					}),
				],
			},
		],
	},
];
