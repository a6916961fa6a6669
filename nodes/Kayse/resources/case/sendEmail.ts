import type { OperationDescription } from '../../../shared/fields/resource';
import { ofKind } from '../../../shared/values/reading/kind';
import { addresseeFields, messageField, messageOptions, sendMessage } from './message';
import { namedClient } from '../../named';

/** See docs/vendors/kayse.md#cases. */
export const sendEmail: OperationDescription = {
	option: {
		name: 'Send Email',
		value: 'sendEmail',
		action: 'Send an email to a client of a case',
		description: 'Write to a real person, a client of the case',
		routing: sendMessage({
			channel: 'email',
			texts: { subject: 'subject', message: 'message' },
		}),
	},
	notice:
		'Emails a real person at once; nothing unsends it. Nobody is written to twice, even if the connection breaks.',
	tool: {
		text: 'Emails a real client of the case at once; nothing unsends it. One message each time.',
		arguments: {
			caseId: 'Case ID, a number, as the user or an earlier answer gives it',
			clientId: 'Client ID, a number, from Case > Get',
			subject: 'Such as Your court date',
			message: 'The whole text',
		},
	},
	record: namedClient,
	asksForName: true,
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
	handling: messageOptions,
};
