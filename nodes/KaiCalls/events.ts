import type { INodePropertyOptions } from 'n8n-workflow';

/** The two events that are documented (docs/vendors/kaicalls.md#call-reports). */
export const DOCUMENTED_EVENTS: INodePropertyOptions[] = [
	{ name: 'Call Completed', value: 'call.completed', action: 'On call completed' },
	{ name: 'Call Failed', value: 'call.failed', action: 'On call failed' },
];

/** Other events of account webhooks, from KaiCalls' website (docs/vendors/kaicalls.md#account-webhooks); the API reference has no list. */
export const ACCOUNT_EVENTS: INodePropertyOptions[] = [
	...DOCUMENTED_EVENTS,
	{ name: 'Call Ended', value: 'call.ended', action: 'On call ended', description: 'Inbound calls, too' },
	{
		name: 'Lead Captured',
		value: 'lead.captured',
		action: 'On lead captured',
		description: 'A person left a name or a number',
	},
];

/** The event that `POST /webhooks/test` sends to any webhook (docs/vendors/kaicalls.md#account-webhooks). */
export const TEST_EVENT = 'webhook.test';
