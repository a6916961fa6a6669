import type { OperationDescription } from '../../../shared/fields/resource';
import { testAddressWarning } from '../../../shared/webhook/testAddress';
import { routing } from '../../vendor';
import { calledPerson, callFields, preparedCall, RECIPIENT } from './fields';
import { namedRecipient } from '../../named';
import { reachingOptions } from '../reachingOptions';

/** See docs/vendors/kaicalls.md#calls. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Place a call',
		description: 'Have an agent ring a real telephone',
		routing: routing.post('/calls', {
			tier: 'placeCall',
			scope: 'calls:write',
			once: true,
			reaches: [RECIPIENT],
			contact: calledPerson,
			lookUp: 'Call > Get Many, filtered by this agent, shows the newest calls first: one of this time is this call.',
			prepare: preparedCall,
			warnings: testAddressWarning('additionalFields.webhookUrl', 'Webhook URL'),
		}),
	},
	notice:
		'Rings a real person at once; KaiCalls bills the call. Nobody is called twice, even if the connection breaks.',
	tool: {
		text: 'Rings the telephone of a real person at once; the call is billed and cannot be taken back. One call each time; it does not wait for the outcome, which Call > Get reads.',
		arguments: {
			to: 'Number with country code, such as +12025550123',
			personName: { name: 'name', text: 'Name of the person, or empty', default: '' },
			context: { text: 'What the agent should know, or empty', default: '' },
		},
	},
	record: namedRecipient,
	asksForName: true,
	fields: callFields,
	handling: reachingOptions,
};
