import type { OperationDescription } from '../../../shared/fields/resource';
import { jsonInBody } from '../../../shared/operations/prepare';
import { jsonObject } from '../../../shared/operations/readers';
import { ofKind } from '../../../shared/values/reading/kind';
import { testEventLocator } from '../../locators';
import { routing } from '../../vendor';

/** There is no way to pick one webhook. See docs/vendors/kakiyo.md#webhooks. */
export const sendTest: OperationDescription = {
	option: {
		name: 'Send Test',
		value: 'sendTest',
		action: 'Send a test event to webhooks',
		description: 'Deliver a made-up event to every active webhook that listens to it, also to those of other workflows',
		routing: routing.post('/webhooks/test', {
			prepare: [jsonInBody('options.data', 'Data (JSON)', 'data', jsonObject('{ "message": "Hello" }'))],
		}),
	},
	notice: 'Goes to all active webhooks that listen to the event: every workflow behind them starts.',
	tool: {
		text: 'Delivers a made-up event to all active webhooks that listen to it: every workflow behind them starts.',
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
			description: 'What the event should tell, as a JSON object; Kakiyo makes something up without it',
		}),
	],
};
