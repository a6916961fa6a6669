import type { INodeProperties } from 'n8n-workflow';

import { ignoreDuplicatesOption, otherEventsOption } from '../../shared/webhook/fields';
import { kayse } from '../vendor';
import { KNOWN_EVENTS } from './events';
import { optionsCollection } from '../../shared/fields/collection';

export const HOW_TO_TRY =
	'Click <b>Execute step</b>, enter the <b>Test URL</b> (under "Webhook URLs") as Destination URL in Kayse for the time being, and let Kayse send a test.';

/** Kayse has no endpoint for webhooks: users set them up in Kayse (https://docs.kayse.ai/api/webhooks). n8n shows lists without numbers. */
export const stepsNotice: INodeProperties = {
	displayName: `Kayse has no API for webhooks, so set one up in Kayse, once:
<ul>
<li>Open "Webhook URLs" above and copy the Production URL.</li>
<li>In Kayse, open Company > Integrations > Webhooks and click New. For one campaign only, open the campaign and use Workflows > Webhooks > New.</li>
<li>Name: for example n8n. Destination URL: paste the URL.</li>
<li>Events: choose the same as below. None means all.</li>
<li>App Key: choose the API key of this node’s credential. Kayse sends it with each event. Without the right key, this node answers 401 and starts nothing.</li>
<li>Switch Active on and save. Then publish this workflow.</li>
</ul>`,
	name: 'stepsNotice',
	type: 'notice',
	default: '',
};

export const documentedNotice: INodeProperties = {
	displayName:
		'Only Kayse’s newer pages (docs.kayse.ai) document webhooks, without their content. This node outputs each event as it comes, but with times in the time zone of the workflow. Look at a first event before you build the workflow.',
	name: 'documentedNotice',
	type: 'notice',
	default: '',
};

export const eventsField: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: KNOWN_EVENTS,
	default: ['call_ended'],
	description: 'Events that start the workflow. Kayse sends only the events that you chose in its webhook.',
};

export const optionsField: INodeProperties = optionsCollection([
	ignoreDuplicatesOption(kayse.name),
	{
		...otherEventsOption('one_event, another_event'),
		description:
			'Comma-separated list of more events, such as those of messages, tasks, forms and documents. Use the names from Kayse’s list.',
	},
]);
