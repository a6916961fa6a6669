import type { INodeProperties } from 'n8n-workflow';

import { optionalLocator } from '../../shared/fields/locator';
import { agentsFilter, ignoreDuplicatesOption, maxAgeOption, otherEventsOption } from '../../shared/webhook/fields';
import { howToTryNotice } from '../../shared/webhook/panel';
import { lookAgainField } from '../ending/lookAgainField';
import { workspaceLocator } from '../locators';
import { kaiCalls } from '../vendor';
import { ACCOUNT_EVENTS, DOCUMENTED_EVENTS } from '../events';
import { CALL_EVENTS } from './settings';
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
			description: 'KaiCalls sends signed events of the whole account, also for inbound calls',
		},
		{
			name: 'Only Calls Placed With This Address',
			value: 'perCall',
			description: 'KaiCalls reports the end of each call placed with the URL of this node',
		},
	],
	default: 'account',
};

/** A call's `webhook_url` is the only thing to set up (docs/vendors/kaicalls.md#call-reports). */
export const addressNotice: INodeProperties = {
	displayName:
		'Open "Webhook URLs" above, copy the Production URL, and paste it into "Webhook URL" of the operation Call > Create in the KaiCalls node, or send it as <code>webhook_url</code> when you place a call over the API. The trigger gets no reports of other calls.',
	name: 'addressNotice',
	type: 'notice',
	default: '',
	displayOptions: perCall,
};

/** Only the vendor's SDKs and plugin have account webhooks; the API reference does not (docs/vendors/kaicalls.md#account-webhooks). */
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
				'Start when the API confirms the end of the call, with the data of the API. The API key needs the scope calls:read.',
		},
		{
			name: 'Trust Everything (Unsafe)',
			value: 'none',
			description: 'Start with any data sent to the URL, by anyone',
		},
	],
	default: 'readBack',
	description: 'KaiCalls does not sign the events of this mode',
	displayOptions: perCall,
};

export const unverifiedNotice: INodeProperties = {
	displayName:
		'Warning: everyone with the URL can start this workflow with made-up data. Keep the URL secret. Do nothing harmful in this workflow if the event may be false.',
	name: 'unverifiedNotice',
	type: 'notice',
	default: '',
	displayOptions: unverified,
};

export const perCallEventsField: INodeProperties = {
	displayName: 'Events',
	name: CALL_EVENTS,
	type: 'multiOptions',
	options: DOCUMENTED_EVENTS,
	default: ['call.completed', 'call.failed'],
	description: 'What starts the workflow',
	displayOptions: perCall,
};

/** n8n's list of nodes shows an entry for each event of a field with this name. */
export const accountEventsField: INodeProperties = {
	...perCallEventsField,
	name: 'events',
	options: ACCOUNT_EVENTS,
	displayOptions: account,
};

export const workspaceField: INodeProperties = {
	...optionalLocator(workspaceLocator),
	description: 'The business of the events. Required if the API key has several businesses.',
	displayOptions: account,
};

/** Unverified reports have no agent. */
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
		'Whether to add name and number of the person, from the lead. If the event does not have the lead, this takes one more request, and the scope leads:read. After 4 seconds, the run starts without them and says why.',
};

export const optionsFields: INodeProperties[] = [
	{
		...optionsCollection([
			ignoreDuplicatesOption(kaiCalls.name, 'Turn it off if Event > Replay should run this workflow again.'),
			includeLead,
			maxAgeOption(
				'Refuse events with a signature older than this, or as far in the future. 0 accepts all. Default: 5 minutes. Raise it if KaiCalls delivers late.',
			),
			otherEvents,
		]),
		displayOptions: account,
	},
	{
		...optionsCollection([
			includeLead,
			lookAgainField(
				'Wait up to this time for summary and recording. Without this option, the run starts as soon as the API confirms the end of the call, and uses the report for empty fields.',
			),
		]),
		displayOptions: readBack,
	},
	// The API has no status for other events, so a check could not confirm them.
	{ ...optionsCollection([otherEvents]), displayOptions: unverified },
];

const TRY_ACCOUNT =
	'Click <b>Execute step</b>. Then open a workflow in a second tab, add a KaiCalls node with <b>Webhook &gt; Send Test</b>, choose the webhook of this workflow and execute it. A test event arrives here. Or call a number of your account.';

const TRY_PER_CALL =
	'Click <b>Execute step</b>. Then call your own phone with <b>Call &gt; Create</b> in a second tab, with the <b>Test URL</b> (under "Webhook URLs") as "Webhook URL".';

export const howToTryNotices: INodeProperties[] = [
	howToTryNotice(TRY_ACCOUNT, account),
	howToTryNotice(TRY_PER_CALL, perCall),
];

/** The instructions for both modes. */
export const HOW_TO_TRY = `${TRY_ACCOUNT}<br /><br />For calls placed with this address: ${TRY_PER_CALL}`;
