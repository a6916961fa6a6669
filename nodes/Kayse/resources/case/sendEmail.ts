import type { OperationDescription } from '../../../shared/fields/resource';
import { ofKind } from '../../../shared/values/reading/kind';
import { addresseeFields, messageField, messageOptions, sendMessage } from './message';
import { namedClient } from '../../namedRecords';

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
	notice: 'Emails a real person at once. It cannot be undone. If the connection breaks, the node does not send twice.',
	tool: {
		text: 'Emails a real client of the case at once. It cannot be undone. One message each time.',
		arguments: {
			caseId: 'Case ID, a number, from the user or an earlier answer',
			clientId: 'Client ID, a number, from Case > Get',
			subject: 'Such as Your court date',
			message: 'The full text',
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
