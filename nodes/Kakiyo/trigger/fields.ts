import type { INodeProperties } from 'n8n-workflow';

import { agentsFilter, ignoreDuplicatesOption, maxAgeOption, otherEventsOption } from '../../shared/webhook/fields';
import { kakiyo } from '../vendor';
import { KNOWN_EVENTS } from '../events';
import { filters, optionsCollection } from '../../shared/fields/collection';

/** How to get a test event. */
export const HOW_TO_TRY =
	'Click <b>Execute step</b>. Then open a workflow in a second tab, add a Kakiyo node with <b>Webhook &gt; Send Test</b>, choose the event there and execute it. The event arrives here. It also starts published workflows for this event.';

export const eventsField: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: KNOWN_EVENTS,
	default: ['linkedin.message.received'],
	description: 'What starts the workflow',
};

export const filtersField: INodeProperties = filters([
	agentsFilter,
	{
		displayName: 'Campaign Names or IDs',
		name: 'campaigns',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getCampaigns' },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
]);

export const optionsField: INodeProperties = optionsCollection([
	ignoreDuplicatesOption(kakiyo.name),
	{
		displayName: 'Include Prospect',
		name: 'includeProspect',
		type: 'boolean',
		default: true,
		description:
			'Whether to read name, profile, headline and campaign of the person. This takes one more request per event. After 4 seconds, the run starts without them and says why.',
	},
	maxAgeOption(
		'Ignore events with a timestamp older than this, or as far in the future. 0 accepts all. Default: one day. With this option, events without a timestamp start no run.',
	),
	otherEventsOption('campaign.completed, prospect.responded'),
]);
