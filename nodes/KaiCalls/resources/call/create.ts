import type { OperationDescription } from '../../../shared/fields/resource';
import { testAddressWarning } from '../../../shared/webhook/testAddress';
import { routing } from '../../vendor';
import { calledPerson, callFields, preparedCall, RECIPIENT } from './fields';
import { namedRecipient } from '../../namedRecords';
import { contactOptions } from '../contactOptions';

/** See docs/vendors/kaicalls.md#calls. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Place a call',
		description: 'Have an agent call a real phone',
		routing: routing.post('/calls', {
			tier: 'placeCall',
			scope: 'calls:write',
			once: true,
			reaches: [RECIPIENT],
			contact: calledPerson,
			lookUp: 'Check with Call > Get Many, filtered by this agent: a call of this time is this call.',
			prepare: preparedCall,
			warnings: testAddressWarning('additionalFields.webhookUrl', 'Webhook URL'),
		}),
	},
	notice:
		'Calls a real person at once. KaiCalls bills the call. If the connection breaks, the node does not call twice.',
	tool: {
		text: 'Calls a real person at once. The call is billed and cannot be undone. One call each time. Does not wait for the outcome: read it with Call > Get.',
		arguments: {
			to: 'Number with country code, such as +12025550123',
			personName: { name: 'name', text: 'Name of the person, or empty', default: '' },
			context: { text: 'What the agent should know, or empty', default: '' },
		},
	},
	record: namedRecipient,
	asksForName: true,
	fields: callFields,
	handling: contactOptions,
};
