import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { triggerPanelOf } from '../shared/webhook/panel';
import { receiveEvent } from '../shared/webhook/reception';
import { triggerWebhooks } from '../shared/webhook/startRun';
import { credentialTest } from './methods/credentialTest';
import { accountReception } from './trigger/accountEvent';
import { receiveCallback } from './trigger/callback';
import {
	accountEventsField,
	accountNotice,
	addressNotice,
	agentsFields,
	HOW_TO_TRY,
	howToTryNotices,
	modeField,
	optionsFields,
	perCallEventsField,
	unverifiedNotice,
	verificationField,
	workspaceField,
} from './trigger/fields';
import { lifecycle } from './trigger/hooks';
import { listSearch, loadOptions } from './trigger/lookups';
import { isAccountMode } from './trigger/settings';

export class KaiCallsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'KaiCalls Trigger',
		name: 'kaiCallsTrigger',
		icon: { light: 'file:../../icons/kaicalls.svg', dark: 'file:../../icons/kaicalls.dark.svg' },
		group: ['trigger'],
		// For nodes of version 1, n8n evaluates an expression before it answers a delivery (webhook-helpers.js, parseRequestBody).
		version: [1, 2],
		subtitle: '={{ ($parameter["mode"] === "perCall" ? $parameter["callEvents"] : $parameter["events"]).join(", ") }}',
		description: 'Phone calls and texts by AI agents: starts the workflow when a call has ended',
		defaults: { name: 'KaiCalls Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'kaiCallsOutreachApi', required: true, testedBy: 'kaiCallsKeyTest' }],
		webhooks: triggerWebhooks,
		triggerPanel: triggerPanelOf(HOW_TO_TRY),
		properties: [
			modeField,
			addressNotice,
			accountNotice,
			verificationField,
			unverifiedNotice,
			accountEventsField,
			perCallEventsField,
			...howToTryNotices,
			workspaceField,
			...agentsFields,
			...optionsFields,
		],
	};

	methods = { credentialTest, listSearch, loadOptions };

	webhookMethods = { default: lifecycle };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return isAccountMode(this) ? await receiveEvent(this, accountReception) : await receiveCallback.call(this);
	}
}
