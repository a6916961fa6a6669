import type { INodeParameters } from 'n8n-workflow';

import { byId, type Sample } from '../census/sample';
import type { Sandbox } from '../census/sandboxVendors';

const firstKey = (records: ReadonlyMap<string, unknown>): string => [...records.keys()][0] ?? '';

/** The IDs that reading operations are about, as the seed data has them, by the name of the field; by node. */
export const KNOWN: Record<string, (sandbox: Sandbox) => INodeParameters> = {
	Kakiyo: ({ kakiyo: { state } }) => ({
		agentId: byId(firstKey(state.agents)),
		campaignId: byId(firstKey(state.campaigns)),
		modelId: byId(firstKey(state.models)),
		promptId: byId(firstKey(state.prompts)),
		chatId: byId(state.conversations.all()[0]?.chatId ?? ''),
		url: 'https://linkedin.com/in/do-not-contact-1',
		event: 'linkedin.message.received',
	}),
	KaiCalls: ({ kaiCalls: { state } }) => ({
		agentId: byId(firstKey(state.agents)),
		callId: byId([...state.calls.values()].find(({ ending }) => (ending?.transcript ?? null) !== null)?.id ?? ''),
		leadId: byId(firstKey(state.leads)),
		conversationId: byId(firstKey(state.conversations)),
		communicationRunId: byId(firstKey(state.runs)),
		run: JSON.stringify({ external_ref: 'spring-recall', business_id: firstKey(state.workspaces) }),
	}),
	Kayse: () => ({ caseId: '9001', clientId: '401' }),
	KAIRO: ({ kairo: { state } }) => ({
		agentId: byId(firstKey(state.agents)),
		workflowId: byId(firstKey(state.workflows)),
		sourceId: byId(firstKey(state.sources)),
		windowId: firstKey(state.windows),
		query: 'How long may a refund take?',
		analyticsPath: '/usage',
	}),
};

/** Reads what the seed has, or three rows of it. @param node its display name */
export const readingOfSeed = (node: string): Sample => ({
	parameters: (sandbox) => ({ returnAll: false, limit: 3, ...KNOWN[node]?.(sandbox) }),
	item: (place) => ({ mark: `m${place}` }),
});

/** Not in the seed data: results of other operations, of later events, and files. Their own tests check their output. */
export const NOT_IN_THE_SEED = [
	'KaiCalls: call > getRecording',
	'KaiCalls: communicationRun > get',
	'KaiCalls: event > getAll',
	'KaiCalls: eventDelivery > getAll',
	'KaiCalls: webhook > getAll',
	'KAIRO: agent > getRun',
	'KAIRO: workflow > getRun',
	'KAIRO: analytics > getTrace',
	'Kakiyo: prospect > getImport',
	'Kakiyo: webhook > getAll',
];
