import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { requestOptionsField } from '../shared/fields/requestOptions';
import { notLeftToModel } from '../shared/fields/tool';
import { nodeFields } from '../shared/fields/node';
import { customOperationsOf, operationByExpression } from '../shared/engine/operationByExpression';
import { waitWebhooks } from '../shared/waiting/webhook';
import { testAddressHint } from '../shared/webhook/testAddress';
import { credentialTest } from './methods/credentialTest';
import { listSearch, loadOptions } from './lists';
import { account } from './resources/account';
import { agent } from './resources/agent';
import { analytics } from './resources/analytics';
import { availablePhoneNumber } from './resources/availablePhoneNumber';
import { call } from './resources/call';
import { communicationAttempt } from './resources/communicationAttempt';
import { communicationJob } from './resources/communicationJob';
import { communicationRun } from './resources/communicationRun';
import { event } from './resources/event';
import { eventDelivery } from './resources/eventDelivery';
import { lead } from './resources/lead';
import { phoneNumber } from './resources/phoneNumber';
import { smsConversation } from './resources/smsConversation';
import { smsMessage } from './resources/smsMessage';
import { transcript } from './resources/transcript';
import { usage } from './resources/usage';
import { webhook } from './resources/webhook';
import { workspace } from './resources/workspace';
import { kaiCalls } from './vendor';
import { resumeWhenEnded } from './resources/call/waiting/resume';
import { timeLimitHint } from './resources/call/waiting/timeLimit';

/** Resources for daily work come first, those for developers last. */
const fields = nodeFields(
	[
		call,
		smsMessage,
		lead,
		transcript,
		smsConversation,
		communicationRun,
		communicationJob,
		communicationAttempt,
		agent,
		phoneNumber,
		availablePhoneNumber,
		workspace,
		analytics,
		account,
		usage,
		event,
		eventDelivery,
		webhook,
	],
	call,
);

export class KaiCalls implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'KaiCalls',
		name: 'kaiCalls',
		icon: { light: 'file:../../icons/kaicalls.svg', dark: 'file:../../icons/kaicalls.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Place calls with AI phone agents, wait for their outcome, read recordings and transcripts',
		defaults: { name: 'KaiCalls' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'kaiCallsOutreachApi', required: true, testedBy: 'kaiCallsKeyTest' }],
		requestDefaults: { baseURL: 'https://kaicalls.com/api/v1' },
		requestOperations: operationByExpression(kaiCalls, fields),
		webhooks: waitWebhooks,
		hints: [testAddressHint('webhookUrl', 'Webhook URL'), timeLimitHint],
		waitingNodeTooltip: 'KaiCalls reports the end of the call here, and the execution continues',
		properties: [...fields, ...notLeftToModel(requestOptionsField)],
	};

	customOperations = customOperationsOf(kaiCalls, fields);

	methods = { credentialTest, listSearch, loadOptions };

	webhook = resumeWhenEnded;
}
