import type { INodeProperties } from 'n8n-workflow';

import type { Contact } from '../../../shared/contract/contact';
import type { OutgoingRequest } from '../../../shared/contract/exchange';
import { invalidInput } from '../../../shared/contract/failure';
import type { ItemParameters } from '../../../shared/contract/operation';
import { additionalFields } from '../../../shared/fields/collection';
import { sentAs } from '../../../shared/fields/sent';
import { withErrorIds, withBody } from '../../../shared/operations/prepare';
import type { Prepare } from '../../../shared/operations/single';
import { ofKind } from '../../../shared/values/reading/kind';
import { valueAt } from '../../../shared/values/json';
import { shown } from '../../../shared/values/shown';
import { leadIn, textField } from '../../fields';
import { agentLocator } from '../../locators';
import { personAt } from '../../person';
import { stringOf } from '../../../shared/values/text';

const webhookUrl: INodeProperties = ofKind('url', {
	displayName: 'Webhook URL',
	name: 'webhookUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/…',
	description:
		'KaiCalls reports the end of the call to this URL, such as the one of a KaiCalls Trigger. The report is not signed, so let the trigger check it with KaiCalls.',
});

/** The default is KaiCalls' own (docs/vendors/kaicalls.md#calls). */
export const maxDuration: INodeProperties = sentAs('body', 'max_duration', {
	displayName: 'Max Duration (Seconds)',
	name: 'maxDuration',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 600,
	description: 'Longest duration of the call',
});

/** The member of the body with the number. */
export const RECIPIENT = 'to';

/** The person whom a call contacts. */
export const calledPerson = ({ body }: OutgoingRequest): Contact =>
	personAt(stringOf(valueAt(body, RECIPIENT)), 'call', valueAt(body, 'agent_id'));

/** The fields for placing a call (docs/vendors/kaicalls.md#calls). */
export const callFields: INodeProperties[] = [
	sentAs('body', 'agent_id', agentLocator),
	sentAs(
		'body',
		RECIPIENT,
		ofKind('telephone', {
			displayName: 'Phone Number',
			name: 'to',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +12025550123',
			description: 'Number of the person to call, with country code unless Default Country is set under Options',
		}),
	),
	// Has its own parameter name. n8n would otherwise keep the name of an agent or a lead from another operation.
	ofKind(
		'personName',
		textField('body', 'name', {
			displayName: 'Name',
			name: 'personName',
			placeholder: 'e.g. Dana Reyes',
			description: 'Name of the person. The agent uses it in its greeting.',
		}),
	),
	ofKind(
		'briefing',
		textField('body', 'context', {
			displayName: 'Context',
			name: 'context',
			typeOptions: { rows: 3 },
			placeholder: 'e.g. Asked for a callback about the offer of Friday',
			description: 'What the agent should know for this call',
		}),
	),
	additionalFields([
		ofKind(
			'message',
			textField('body', 'firstMessage', {
				displayName: 'First Message',
				name: 'firstMessage',
				description: 'Replaces the agent’s opening line for this call',
			}),
		),
		leadIn('body'),
		maxDuration,
		webhookUrl,
	]),
];

function readWebhookUrl(item: ItemParameters): string | undefined {
	const entered = stringOf(item.parameter('additionalFields.webhookUrl', '')).trim();
	if (entered === '') return undefined;
	if (URL.canParse(entered) && /^https?:$/.test(new URL(entered).protocol)) return entered;
	throw invalidInput(
		`"Webhook URL" must be a web address (got "${shown(entered)}")`,
		'Copy the URL from the trigger node.',
	);
}

const reportTo: Prepare = (apiRequest, item) => {
	const url = readWebhookUrl(item);
	return url === undefined ? apiRequest : withBody(apiRequest, { webhook_url: url });
};

/** Builds the request that places a call from the fields. */
export const preparedCall: Prepare[] = [
	reportTo,
	withErrorIds({ agentId: 'agentId', leadId: 'additionalFields.leadId' }),
];
