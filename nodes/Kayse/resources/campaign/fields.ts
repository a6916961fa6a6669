import type { INodeProperties } from 'n8n-workflow';

import { ofKind } from '../../../shared/values/reading/kind';
import { WEEKDAY_CHOICES } from '../../../shared/values/reading/weekday';
import { delaysFrom } from './delays';
import { END_LABEL, START_LABEL } from './hours';

/** An optional field of a campaign. */
interface CampaignField {
	/** Name in the body. */
	member: string;
	/** Converts the field's value to Kayse's form. Without it, the value stays as it is. */
	write?: (value: unknown) => unknown;
	property: INodeProperties;
}

/** Types follow Kayse's example with times such as `2006-01-02T15:04:05Z07:00`; its table has other types (docs/vendors/kayse.md#c12). */
export const OPTIONAL_FIELDS: CampaignField[] = [
	{
		member: 'callback_delays',
		write: delaysFrom,
		property: {
			displayName: 'Callback Delays',
			name: 'callbackDelays',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add delay',
			default: {},
			description: 'Waits before further calls to a person who did not answer, one call for each delay',
			options: [
				{
					displayName: 'Delay',
					name: 'delay',
					values: [
						{
							displayName: 'Days',
							name: 'days',
							type: 'number',
							typeOptions: { minValue: 0, numberPrecision: 0 },
							default: 0,
						},
						{
							displayName: 'Hours',
							name: 'hours',
							type: 'number',
							typeOptions: { minValue: 0, numberPrecision: 0 },
							default: 0,
						},
						{
							displayName: 'Minutes',
							name: 'minutes',
							type: 'number',
							typeOptions: { minValue: 0, numberPrecision: 0 },
							default: 30,
						},
					],
				},
			],
		},
	},
	{
		member: 'calls_scheduled_externally',
		property: {
			displayName: 'Calls Scheduled Externally',
			name: 'callsScheduledExternally',
			type: 'boolean',
			default: true,
			description: 'Whether calls come from outside Kayse, such as from Call > Schedule',
		},
	},
	{
		member: 'days',
		property: ofKind('weekdays', {
			displayName: 'Days',
			name: 'days',
			type: 'multiOptions',
			options: WEEKDAY_CHOICES,
			default: [],
			description: 'Days of the week on which the campaign calls',
		}),
	},
	{
		member: 'end_time',
		property: ofKind('timeOfDay', {
			displayName: END_LABEL,
			name: 'endTime',
			type: 'string',
			default: '17:00',
			placeholder: 'e.g. 17:00',
			description:
				'Time of day when calls stop, in the time zone of the workflow. Sent for today, or for the first day of "runs".',
		}),
	},
	{
		member: 'is_obo',
		property: {
			displayName: 'On Behalf Of',
			name: 'onBehalfOf',
			type: 'boolean',
			default: true,
			description: 'Whether the clients are on behalf of another party',
		},
	},
	{
		member: 'send_sms_after_failed_call',
		property: {
			displayName: 'Send SMS After Failed Call',
			name: 'sendSmsAfterFailedCall',
			type: 'boolean',
			default: true,
			description: 'Whether to text a person who did not answer. Also fill in the text.',
		},
	},
	{
		member: 'send_sms_after_successful_call',
		property: {
			displayName: 'Send SMS After Successful Call',
			name: 'sendSmsAfterSuccessfulCall',
			type: 'boolean',
			default: true,
			description: 'Whether to text a person after the call. Also fill in the text.',
		},
	},
	{
		member: 'sms_after_failed_call_text',
		property: ofKind('messageTemplate', {
			displayName: 'SMS After Failed Call Text',
			name: 'smsAfterFailedCallText',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. We tried to reach you about your case.',
		}),
	},
	{
		member: 'sms_after_successful_call_text',
		property: ofKind('messageTemplate', {
			displayName: 'SMS After Successful Call Text',
			name: 'smsAfterSuccessfulCallText',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. Thank you for talking to us.',
		}),
	},
	{
		member: 'send_sms_before_call_delay_minutes',
		property: {
			displayName: 'SMS Before Call Delay (Minutes)',
			name: 'smsBeforeCallDelay',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 15,
			description: 'Time between the SMS and the call',
		},
	},
	{
		member: 'start_time',
		property: ofKind('timeOfDay', {
			displayName: START_LABEL,
			name: 'startTime',
			type: 'string',
			default: '09:00',
			placeholder: 'e.g. 09:00',
			description:
				'Time of day when calls start, in the time zone of the workflow. Sent for today, or for the first day of "runs".',
		}),
	},
];

/** JSON for fields of the newer docs that the API reference lacks (docs/vendors/kayse.md#c11). */
export const furtherFields: INodeProperties = ofKind('messageJson', {
	displayName: 'More Settings (JSON)',
	name: 'furtherFields',
	type: 'json',
	typeOptions: { rows: 5 },
	default: '{}',
	description:
		'More members of the request, as a JSON object such as { "runs": [{ "start_date": "2026-03-01", "end_date": "2026-03-31" }] }. They replace the fields.',
});
