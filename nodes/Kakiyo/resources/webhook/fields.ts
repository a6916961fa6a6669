import type { INodeProperties } from 'n8n-workflow';

import { entriesInBody } from '../../../shared/operations/prepare';
import { ofKind } from '../../../shared/values/reading/kind';
import { namedEvents } from '../../../shared/webhook/namedEvents';
import { KNOWN_EVENTS } from '../../events';

export const webhookName: INodeProperties = ofKind('spokenLine', {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Replies to CRM',
	description: 'Name in the dashboard',
	routing: { send: { type: 'body', property: 'name' } },
});

export const webhookUrl: INodeProperties = ofKind('url', {
	displayName: 'URL',
	name: 'webhookUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/kakiyo',
	description: 'Kakiyo sends the events to this address',
	routing: { send: { type: 'body', property: 'url' } },
});

export const webhookSecret: INodeProperties = {
	displayName: 'Secret',
	name: 'secret',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	description:
		'Kakiyo signs its events with this text. The workflow and its exports contain it in clear text. The Kakiyo Trigger makes and keeps its own secret.',
	routing: { send: { type: 'body', property: 'secret' } },
};

/** Options from `GET /webhooks/events`; `eventsInBody` sends the choice. */
export const webhookEvents: INodeProperties = {
	displayName: 'Event Names or IDs',
	name: 'events',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getWebhookEvents' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

/** Kakiyo's documents disagree on event names (docs/vendors/kakiyo.md#c1), so users can enter others. */
export const otherEvents: INodeProperties = ofKind('list', {
	displayName: 'Other Events',
	name: 'otherEvents',
	type: 'string',
	default: '',
	placeholder: 'e.g. campaign.completed, prospect.responded',
	description: 'Comma-separated list of events that are not in the list',
});

/** The selected and the entered events. */
export const eventsInBody = (chosen: string, entered: string) =>
	entriesInBody('events', [chosen, entered], (entries, label) => namedEvents(entries, label, KNOWN_EVENTS));
