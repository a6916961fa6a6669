import { additionalFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { naming, withBody } from '../../../shared/operations/prepare';
import type { Prepare } from '../../../shared/operations/single';
import { ofKind } from '../../../shared/values/reading/kind';
import { leadIn, textField } from '../../fields';
import { agentLocator } from '../../locators';
import { readPhone } from '../../phone';
import { routing } from '../../vendor';

const recipient: Prepare = (apiRequest, item) => withBody(apiRequest, { to: readPhone(item, 'to', 'Phone Number') });

/** [docs: SDK, MCP] */
export const send: OperationDescription = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send an SMS message',
		description:
			'Text a real person; nothing unsends it. The same message is sent once in a run, and never again after a doubtful answer. KaiCalls refuses numbers that opted out.',
		routing: routing.post('/sms/send', {
			scope: 'sms:write',
			once: true,
			reaches: ['to'],
			lookUp: 'SMS Message > Get Many with the direction Outbound shows whether it was sent.',
			prepare: [recipient, naming({ agentId: 'agentId', leadId: 'additionalFields.leadId' })],
		}),
	},
	fields: [
		{ ...sentAs('body', 'from_agent_id', agentLocator), description: 'The message comes from the phone number of this agent' },
		ofKind('telephone', {
			displayName: 'Phone Number',
			name: 'to',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +12025550123',
			description: 'Number of the person to text, with country code',
		}),
		ofKind('message', textField('body', 'message', {
			displayName: 'Message',
			name: 'message',
			required: true,
			typeOptions: { rows: 3 },
			placeholder: 'e.g. Shall we call you back?',
		})),
		additionalFields([leadIn('body')]),
	],
};
