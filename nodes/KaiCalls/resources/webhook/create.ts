import { additionalFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { entriesInBody } from '../../../shared/operations/prepare';
import { ofKind } from '../../../shared/values/reading/kind';
import { namedEvents } from '../../../shared/webhook/namedEvents';
import { testAddressWarning } from '../../../shared/webhook/testAddress';
import { DOCUMENTED_EVENTS } from '../../events';
import { textField, workspaceIn } from '../../fields';
import { routing } from '../../vendor';
import { SECRET_ELSEWHERE, webhookWithSecret } from './webhook';

/** See docs/vendors/kaicalls.md#account-webhooks. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a webhook',
		description: 'Send events to your own address. KaiCalls shows the signing secret only once.',
		routing: routing.post('/webhooks', {
			scope: 'webhooks:write',
			lookUp: 'Check with Webhook > Get Many whether it exists.',
			prepare: [
				entriesInBody('events', ['events', 'additionalFields.otherEvents'], (entries, label) =>
					namedEvents(entries, label, DOCUMENTED_EVENTS),
				),
			],
			warnings: testAddressWarning('url', 'URL'),
			read: webhookWithSecret,
			secretElsewhere: SECRET_ELSEWHERE,
		}),
	},
	tool: {
		text: 'Sends events of the account, with data of people, to an address. Only use an address from the user.',
		arguments: {
			url: 'Address of the user, such as https://example.com/kaicalls',
		},
	},
	fields: [
		ofKind(
			'url',
			textField('body', 'webhook_url', {
				displayName: 'URL',
				name: 'url',
				required: true,
				placeholder: 'e.g. https://example.com/kaicalls',
				description: 'KaiCalls sends the events to this address',
			}),
		),
		{
			displayName: 'Event Names or IDs',
			name: 'events',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getWebhookEvents' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			hint: 'Leave empty for the default events of KaiCalls',
		},
		additionalFields([
			ofKind('list', {
				displayName: 'Other Events',
				name: 'otherEvents',
				type: 'string',
				default: '',
				placeholder: 'e.g. call.completed, lead.captured',
				description: 'Comma-separated list of events that are not in the list',
			}),
			textField('body', 'description', {
				displayName: 'Description',
				name: 'description',
				placeholder: 'e.g. Calls to CRM',
			}),
			sentAs('body', 'is_active', {
				displayName: 'Active',
				name: 'isActive',
				type: 'boolean',
				default: true,
				description: 'Whether KaiCalls sends events to it',
			}),
			workspaceIn('body'),
		]),
	],
};
