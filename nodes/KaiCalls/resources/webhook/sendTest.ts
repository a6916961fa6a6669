import { additionalFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { idInBody, jsonInBody } from '../../../shared/operations/prepare';
import { jsonObject } from '../../../shared/operations/readers';
import { ofKind } from '../../../shared/values/reading/kind';
import { workspaceIn } from '../../fields';
import { webhookLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kaicalls.md#account-webhooks. */
export const sendTest: OperationDescription = {
	option: {
		name: 'Send Test',
		value: 'sendTest',
		action: 'Send a test event to a webhook',
		description: 'Send the signed event webhook.test to one address',
		routing: routing.post('/webhooks/test', {
			scope: 'webhooks:write',
			prepare: [
				jsonInBody('additionalFields.data', 'Data', 'data', jsonObject('{ "message": "Hello" }')),
				idInBody('webhookId'),
			],
		}),
	},
	tool: { text: 'Sends a test event to one address. It starts the workflow behind it.' },
	fields: [
		webhookLocator,
		additionalFields([
			ofKind('dataJson', {
				displayName: 'Data',
				name: 'data',
				type: 'json',
				typeOptions: { rows: 6 },
				default: '{}',
				description: 'The data of the event, as a JSON object',
			}),
			workspaceIn('body'),
		]),
	],
};
