import {
	NodeConnectionTypes,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { listFields } from '../shared/fields/list';
import { optionsByExpression, optionsFields, sendUnfilledOption } from '../shared/fields/options';
import { requestOptionsField } from '../shared/fields/requestOptions';
import { operationOfOtherResources, ownOptions } from '../shared/fields/resource';
import { notLeftToModel } from '../shared/fields/tool';
import { customOperationsOf, operationByExpression } from '../shared/engine/operationByExpression';
import { everythingToOperation } from '../shared/routing';
import { waitWebhooks } from '../shared/waiting/webhook';
import { testAddressHint } from '../shared/webhook/testAddress';
import { credentialTest } from './methods/credentialTest';
import { listSearch, loadOptions } from './lists';
import { account } from './resources/account';
import { agent } from './resources/agent';
import { analytics } from './resources/analytics';
import { availablePhoneNumber } from './resources/availablePhoneNumber';
import { call } from './resources/call';
import { createAndWaitOptions } from './resources/call/createAndWaitOptions';
import { getRecordingOptions } from './resources/call/getRecordingOptions';
import { contactOptions } from './resources/contactOptions';
import { phoneOptions } from './resources/phoneOptions';
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
import { onlyIfNameOptions } from '../shared/fields/onlyIfName';

const resources = [
	...account,
	...agent,
	...analytics,
	...availablePhoneNumber,
	...call,
	...communicationAttempt,
	...communicationJob,
	...communicationRun,
	...event,
	...eventDelivery,
	...lead,
	...phoneNumber,
	...smsConversation,
	...smsMessage,
	...transcript,
	...usage,
	...webhook,
	...workspace,
];

/** First what people come for, last what is for developers. */
const RESOURCES_IN_ORDER: INodePropertyOptions[] = [
	{ name: 'Call', value: 'call' },
	{ name: 'SMS Message', value: 'smsMessage' },
	{ name: 'Lead', value: 'lead' },
	{ name: 'Transcript', value: 'transcript' },
	{ name: 'SMS Conversation', value: 'smsConversation' },
	{ name: 'Communication Run', value: 'communicationRun' },
	{ name: 'Communication Job', value: 'communicationJob' },
	{ name: 'Communication Attempt', value: 'communicationAttempt' },
	{ name: 'Agent', value: 'agent' },
	{ name: 'Phone Number', value: 'phoneNumber' },
	{ name: 'Available Phone Number', value: 'availablePhoneNumber' },
	{ name: 'Workspace', value: 'workspace' },
	{ name: 'Analytics', value: 'analytics' },
	{ name: 'Account', value: 'account' },
	{ name: 'Usage', value: 'usage' },
	{ name: 'Event', value: 'event' },
	{ name: 'Event Delivery', value: 'eventDelivery' },
	{ name: 'Webhook', value: 'webhook' },
];

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
		requestOperations: operationByExpression(kaiCalls, resources),
		webhooks: waitWebhooks,
		hints: [testAddressHint('webhookUrl', 'Webhook URL'), timeLimitHint],
		waitingNodeTooltip: 'The execution goes on when KaiCalls reports that the call has ended',
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: RESOURCES_IN_ORDER,
				default: 'call',
				routing: everythingToOperation,
			},
			...resources,
			operationOfOtherResources(resources),
			...listFields(['getAll']),
			...optionsFields([
				...onlyIfNameOptions(resources),
				...ownOptions(resources),
				...createAndWaitOptions,
				...getRecordingOptions,
				...contactOptions,
				...phoneOptions,
				{
					...sendUnfilledOption,
					displayOptions: {
						show: {
							'/resource': ['agent', 'call', 'communicationRun', 'lead', 'smsMessage'],
							'/operation': ['create', 'createAndWait', 'preview', 'send', 'update', 'validate'],
						},
					},
				},
			]),
			optionsByExpression,
			...notLeftToModel(requestOptionsField),
		],
	};

	customOperations = customOperationsOf(kaiCalls, resources);

	methods = { credentialTest, listSearch, loadOptions };

	webhook = resumeWhenEnded;
}
