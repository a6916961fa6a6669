import type { OperationDescription } from '../../../shared/fields/resource';
import { addresseeFields, messageField, messageOptions, sendMessage } from './message';
import { namedClient } from '../../namedRecords';

/** See docs/vendors/kayse.md#cases. */
export const sendSms: OperationDescription = {
	option: {
		name: 'Send SMS',
		value: 'sendSms',
		action: 'Send an SMS to a client of a case',
		description: 'Text a real person, a client of the case',
		routing: sendMessage({ channel: 'sms', texts: { message: 'message' } }),
	},
	notice: 'Texts a real person at once. It cannot be undone. If the connection breaks, the node does not send twice.',
	tool: {
		text: 'Texts a real client of the case at once. It cannot be undone. One message each time.',
		arguments: {
			caseId: 'Case ID, a number, from the user or an earlier answer',
			clientId: 'Client ID, a number, from Case > Get',
			message: 'The full text',
		},
	},
	record: namedClient,
	asksForName: true,
	fields: [...addresseeFields, messageField],
	handling: messageOptions,
};
