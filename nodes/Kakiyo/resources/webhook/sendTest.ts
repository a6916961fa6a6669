import type { OperationDescription } from '../../../shared/fields/resource';
import { jsonInBody } from '../../../shared/operations/prepare';
import { jsonObject } from '../../../shared/operations/readers';
import { ofKind } from '../../../shared/values/reading/kind';
import { testEventLocator } from '../../locators';
import { routing } from '../../vendor';

/** The API cannot pick one webhook. See docs/vendors/kakiyo.md#webhooks. */
export const sendTest: OperationDescription = {
	option: {
		name: 'Send Test',
		value: 'sendTest',
		action: 'Send a test event to webhooks',
		description: 'Send a made-up event to all active webhooks for it, also those of other workflows',
		routing: routing.post('/webhooks/test', {
			prepare: [jsonInBody('options.data', 'Data (JSON)', 'data', jsonObject('{ "message": "Hello" }'))],
		}),
	},
	notice: 'Goes to all active webhooks for this event. It starts every workflow behind them.',
	tool: {
		text: 'Sends a made-up event to all active webhooks for it, and starts every workflow behind them.',
		arguments: {
			event: 'Event name, from Webhook > Get Test Events',
		},
	},
	fields: [{ ...testEventLocator, routing: { send: { type: 'body', property: 'event' } } }],
	options: [
		ofKind('dataJson', {
			displayName: 'Data (JSON)',
			name: 'data',
			type: 'json',
			typeOptions: { rows: 6 },
			default: '{}',
			description: 'The data of the event, as a JSON object. If empty, Kakiyo makes up the data.',
		}),
	],
};
