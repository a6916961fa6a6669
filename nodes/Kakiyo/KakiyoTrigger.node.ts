import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { simplifyField } from '../shared/fields/list';
import { howToTryNotice, triggerPanelOf } from '../shared/webhook/panel';
import { receiveEvent } from '../shared/webhook/reception';
import { triggerWebhooks } from '../shared/webhook/startRun';
import { credentialTest } from './methods/credentialTest';
import { eventsField, filtersField, HOW_TO_TRY, optionsField } from './trigger/fields';
import { lifecycle } from './trigger/hooks';
import { loadOptions } from './trigger/lookups';
import { reception } from './trigger/receive';

export class KakiyoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kakiyo Trigger',
		name: 'kakiyoTrigger',
		icon: { light: 'file:../../icons/kakiyo.svg', dark: 'file:../../icons/kakiyo.dark.svg' },
		group: ['trigger'],
		// For nodes of version 1, n8n evaluates an expression before it answers a delivery (webhook-helpers.js, parseRequestBody).
		version: [1, 2],
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'LinkedIn outreach by AI agents: starts the workflow when a person replies, accepts an invitation or needs review',
		defaults: { name: 'Kakiyo Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'kakiyoOutreachApi', required: true, testedBy: 'kakiyoKeyTest' }],
		webhooks: triggerWebhooks,
		triggerPanel: triggerPanelOf(HOW_TO_TRY),
		properties: [eventsField, howToTryNotice(HOW_TO_TRY), simplifyField(), filtersField, optionsField],
	};

	methods = { credentialTest, loadOptions };

	webhookMethods = { default: lifecycle };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveEvent(this, reception);
	}
}
