import type { OperationDescription } from '../../../shared/fields/resource';
import { ofKind } from '../../../shared/values/reading/kind';
import { addresseeFields, messageField, sendMessage } from './message';

/** Seed 002 "Send Email to Client + Case". */
export const sendEmail: OperationDescription = {
	option: {
		name: 'Send Email',
		value: 'sendEmail',
		action: 'Send an email to a client of a case',
		description:
			'Write to a real person; nothing unsends it. The same message is sent once in a run, and never again after a doubtful answer.',
		routing: sendMessage({
			channel: 'email',
			texts: { subject: 'subject', message: 'message' },
		}),
	},
	fields: [
		...addresseeFields,
		ofKind('messageLine', {
			displayName: 'Subject',
			name: 'subject',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Your court date',
		}),
		messageField,
	],
};
