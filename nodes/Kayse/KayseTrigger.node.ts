import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { howToTryNotice, triggerPanelOf } from '../shared/webhook/panel';
import { receiveEvent } from '../shared/webhook/reception';
import { triggerWebhooks } from '../shared/webhook/startRun';
import { credentialTest } from './methods/credentialTest';
import { documentedNotice, eventsField, HOW_TO_TRY, optionsField, stepsNotice } from './trigger/fields';
import { lifecycle, reception } from './trigger/trigger';

export class KayseTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kayse Trigger',
		name: 'kayseTrigger',
		icon: { light: 'file:../../icons/kayse.svg', dark: 'file:../../icons/kayse.dark.svg' },
		group: ['trigger'],
		// For nodes of version 1, n8n evaluates an expression before it answers a delivery (webhook-helpers.js, parseRequestBody).
		version: [1, 2],
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'AI calls and texts for law firms: starts the workflow when a call ends, is analyzed or is transferred',
		defaults: { name: 'Kayse Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'kayseOutreachApi', required: true, testedBy: 'kayseKeyTest' }],
		webhooks: triggerWebhooks,
		triggerPanel: triggerPanelOf(HOW_TO_TRY),
		properties: [stepsNotice, howToTryNotice(HOW_TO_TRY), documentedNotice, eventsField, optionsField],
	};

	methods = { credentialTest };

	webhookMethods = { default: lifecycle };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveEvent(this, reception);
	}
}
