import type { INodeProperties } from 'n8n-workflow';

import { optionalLocator } from '../../shared/fields/locator';
import { agentsFilter, ignoreDuplicatesOption, maxAgeOption, otherEventsOption } from '../../shared/webhook/fields';
import { howToTryNotice } from '../../shared/webhook/panel';
import { lookAgainField } from '../ending/lookAgainField';
import { workspaceLocator } from '../locators';
import { kaiCalls } from '../vendor';
import { ACCOUNT_EVENTS, DOCUMENTED_EVENTS } from '../events';
import { optionsCollection } from '../../shared/fields/collection';

const perCall = { show: { mode: ['perCall'] } };
const account = { show: { mode: ['account'] } };
const readBack = { show: { mode: ['perCall'], verification: ['readBack'] } };
const unverified = { show: { mode: ['perCall'], verification: ['none'] } };

export const modeField: INodeProperties = {
	displayName: 'Mode',
	name: 'mode',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'All Calls of My Account',
			value: 'account',
			description: 'KaiCalls reports events of the whole account, inbound calls too, and signs them',
		},
		{
			name: 'Only Calls Placed With This Address',
			value: 'perCall',
			description: 'KaiCalls reports the end of each call that was placed with the URL of this node',
		},
	],
	default: 'account',
};

/** `webhook_url` of a call is all there is to set up (docs/vendors/kaicalls.md#call-reports). */
export const addressNotice: INodeProperties = {
	displayName:
		'Open "Webhook URLs" above, copy the Production URL, and paste it into "Webhook URL" of the operation Call > Create in the KaiCalls node, or send it as <code>webhook_url</code> when you place a call over the API. Calls placed without it are not reported here.',
	name: 'addressNotice',
	type: 'notice',
	default: '',
	displayOptions: perCall,
};

/** Only the vendor's SDKs and plugin name account webhooks; the API reference does not (docs/vendors/kaicalls.md#account-webhooks). */
export const accountNotice: INodeProperties = {
	displayName:
		'Publishing the workflow registers the webhook in KaiCalls, and unpublishing removes it. The API key needs the scopes webhooks:read and webhooks:write.',
	name: 'accountNotice',
	type: 'notice',
	default: '',
	displayOptions: account,
};

export const verificationField: INodeProperties = {
	displayName: 'Verification',
	name: 'verification',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Check With KaiCalls First (Safe)',
			value: 'readBack',
			description:
				'Start when the API says that the call is over, with the call as the API has it. The API key needs the scope calls:read.',
		},
		{
			name: 'Trust Everything (Unsafe)',
			value: 'none',
			description: 'Start with whatever is sent to the URL, by anybody',
		},
	],
	default: 'readBack',
	description: 'KaiCalls does not sign the events of this mode',
	displayOptions: perCall,
};

export const unverifiedNotice: INodeProperties = {
	displayName:
		'Warning: everybody who knows the URL can start this workflow with made-up data. Keep the URL secret, and let the workflow do nothing that would hurt if the event were not true.',
	name: 'unverifiedNotice',
	type: 'notice',
	default: '',
	displayOptions: unverified,
};

export const perCallEventsField: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: DOCUMENTED_EVENTS,
	default: ['call.completed', 'call.failed'],
	description: 'What starts the workflow',
	displayOptions: perCall,
};

/** Before those of the other mode: n8n's list of nodes has an entry for each event of the first field of that name. */
export const accountEventsField: INodeProperties = {
	...perCallEventsField,
	options: ACCOUNT_EVENTS,
	displayOptions: account,
};

export const workspaceField: INodeProperties = {
	...optionalLocator(workspaceLocator),
	description: 'The business to get events of. Needed when the API key reaches several.',
	displayOptions: account,
};

/** Unverified events name no agent. */
export const agentsFields: INodeProperties[] = [account, readBack].map((displayOptions) => ({
	...agentsFilter,
	displayOptions,
}));

const otherEvents = otherEventsOption('call.started, webhook.test');

const includeLead: INodeProperties = {
	displayName: 'Include Lead',
	name: 'includeLead',
	type: 'boolean',
	default: true,
	description:
		'Whether to read name and number of the person from the lead of the call. It takes one more request for each event, and the scope leads:read. If they cannot be read within 4 seconds, the run starts without them and says why.',
};

export const optionsFields: INodeProperties[] = [
	{
		...optionsCollection([
			ignoreDuplicatesOption(kaiCalls.name, 'Turn it off for a workflow that Event > Replay is to run once more.'),
			includeLead,
			maxAgeOption(
				'Refuse events that were signed longer ago than this, or as far in the future; 0 lets all through. Without this option it is 5 minutes. Raise it when KaiCalls delivers late.',
			),
			otherEvents,
		]),
		displayOptions: account,
	},
	{
		...optionsCollection([
			includeLead,
			lookAgainField(
				'Start the run when the API has summary and recording of the call, or after this time. Without this option it starts when the API says that the call is over; what is empty then is taken from the report.',
			),
		]),
		displayOptions: readBack,
	},
	// What the API has no status for, reading back cannot confirm: there are no others there.
	{ ...optionsCollection([otherEvents]), displayOptions: unverified },
];

const TRY_ACCOUNT =
	'Click <b>Execute step</b>. Then open a workflow in a second tab, add a KaiCalls node with <b>Webhook &gt; Send Test</b>, choose the webhook of this workflow and execute it: a test event arrives here. Or call a number of your account.';

const TRY_PER_CALL =
	'Click <b>Execute step</b>. Then ring your own phone with <b>Call &gt; Create</b> in a second tab, with the <b>Test URL</b> (under "Webhook URLs") as "Webhook URL".';

export const howToTryNotices: INodeProperties[] = [
	howToTryNotice(TRY_ACCOUNT, account),
	howToTryNotice(TRY_PER_CALL, perCall),
];

/** For both modes. */
export const HOW_TO_TRY = `${TRY_ACCOUNT}<br /><br />For calls placed with this address: ${TRY_PER_CALL}`;
