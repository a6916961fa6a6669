import type { INode, INodeParameters } from 'n8n-workflow';

import type { SandboxCredentials } from '../../demo/credentials';
import type { WorkflowFile } from '../../demo/workflows';
import { CALL } from './callList';
import { usedBy } from './toolNodes';
import { step } from './workflowStep';

/** How a workflow calls. */
interface Calling {
	credentials: SandboxCredentials;
	agentId: string;
	/** Under Options. */
	options: INodeParameters;
}

const callOf = ({ agentId, options }: Calling, fields: INodeParameters): INodeParameters => ({
	resource: 'call',
	operation: 'create',
	agentId: { __rl: true, mode: 'id', value: agentId },
	options,
	...fields,
});

/**
 * A webhook brings a phone and its time zone; who is held back is called again when that is possible (an If and a Wait node, as
 * docs/contact-rules.md advises).
 */
export function comingBack(path: string, calling: Calling): WorkflowFile {
	const isHeldBack = {
		id: 'outcome',
		leftValue: '={{ $json.outcome }}',
		rightValue: 'heldBack',
		operator: { type: 'string', operation: 'equals' },
	};
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		name: 'Called when it is possible',
		nodes: [
			step('Webhook', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, options: {} }, { webhookId: path }),
			step(CALL, 'n8n-nodes-outreach-agents.kaiCalls', 1, callOf(calling, { to: '={{ $json.body.phone }}' }), {
				credentials: calling.credentials,
			}),
			step('Held back?', 'n8n-nodes-base.if', 2.2, {
				conditions: {
					options: { version: 2, caseSensitive: true, leftValue: '', typeValidation: 'loose' },
					combinator: 'and',
					conditions: [isHeldBack],
				},
				options: {},
			}),
			step(
				'Until possible',
				'n8n-nodes-base.wait',
				1.1,
				{ resume: 'specificTime', dateTime: '={{ $json.possibleAt }}' },
				{ webhookId: crypto.randomUUID() },
			),
		],
		connections: {
			Webhook: to(CALL),
			[CALL]: to('Held back?'),
			'Held back?': to('Until possible'),
			'Until possible': to(CALL),
		},
		settings: { executionOrder: 'v1' },
	};
}

/** Names of its nodes; the tool's name is also what a model sees. */
export const AGENT = { trigger: 'By Hand', agent: 'Agent', model: 'Model', tool: 'Place_Call' } as const;

/** An AI agent that may call, and chooses whom and how to begin. */
export function callingAgent(openAiApi: { id: string; name: string }, calling: Calling): WorkflowFile {
	const fields = {
		to: "={{ $fromAI('phone_number', '', 'string') }}",
		additionalFields: { firstMessage: "={{ $fromAI('first_message', '', 'string') }}" },
	};
	const model: Partial<INode> = { credentials: { openAiApi } };
	return {
		name: 'Agent that calls',
		nodes: [
			step(AGENT.trigger, 'n8n-nodes-base.manualTrigger', 1, {}),
			step(AGENT.agent, '@n8n/n8n-nodes-langchain.agent', 3.1, {
				promptType: 'define',
				text: 'Call Jane.',
				options: { maxIterations: 1_000 },
			}),
			step(
				AGENT.model,
				'@n8n/n8n-nodes-langchain.lmChatOpenAi',
				1.2,
				{ model: { __rl: true, mode: 'id', value: 'scripted' }, options: { maxRetries: 0 } },
				model,
			),
			step(AGENT.tool, 'n8n-nodes-outreach-agents.kaiCallsTool', 1, callOf(calling, fields), {
				credentials: calling.credentials,
			}),
		],
		connections: {
			[AGENT.trigger]: { main: [[{ node: AGENT.agent, type: 'main', index: 0 }]] },
			[AGENT.model]: usedBy(AGENT.agent, 'ai_languageModel'),
			[AGENT.tool]: usedBy(AGENT.agent, 'ai_tool'),
		},
		settings: { executionOrder: 'v1' },
	};
}
