import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { withErrorIds } from '../../../shared/operations/prepare';
import { ofKind } from '../../../shared/values/reading/kind';
import { leadIn, textField } from '../../fields';
import { agentLocator } from '../../locators';
import { valueAt } from '../../../shared/values/json';
import { personAt } from '../../person';
import { routing } from '../../vendor';
import { namedRecipient } from '../../namedRecords';
import { stringOf } from '../../../shared/values/text';
import { contactOptions } from '../contactOptions';

/** See docs/vendors/kaicalls.md#sms. */
export const send: OperationDescription = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send an SMS message',
		description: 'Send a text message to a real person. KaiCalls refuses numbers that opted out.',
		routing: routing.post('/sms/send', {
			ownWords: ['message', 'body', 'text', 'content'],
			scope: 'sms:write',
			once: true,
			reaches: ['to'],
			contact: ({ body }) => personAt(stringOf(valueAt(body, 'to')), 'text', valueAt(body, 'from_agent_id')),
			lookUp: 'Check with SMS Message > Get Many, direction Outbound, whether it was sent.',
			prepare: [withErrorIds({ agentId: 'agentId', leadId: 'leadId' })],
		}),
	},
	notice: 'Texts a real person at once. It cannot be undone. If the connection breaks, the node does not send twice.',
	tool: {
		text: 'Texts a real person at once. It cannot be undone. One person and one message each time.',
		arguments: {
			to: 'Number with country code, such as +12025550123',
			message: 'The full text, such as Shall we call you back?',
		},
	},
	record: namedRecipient,
	asksForName: true,
	fields: [
		{
			...sentAs('body', 'from_agent_id', agentLocator),
			description: 'The message comes from the phone number of this agent',
		},
		sentAs(
			'body',
			'to',
			ofKind('telephone', {
				displayName: 'Phone Number',
				name: 'to',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. +12025550123',
				description: 'Number of the person to text, with country code unless Default Country is set under Options',
			}),
		),
		ofKind(
			'message',
			textField('body', 'message', {
				displayName: 'Message',
				name: 'message',
				required: true,
				typeOptions: { rows: 3 },
				placeholder: 'e.g. Shall we call you back?',
			}),
		),
		leadIn('body'),
	],
	handling: contactOptions,
};
