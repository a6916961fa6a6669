import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';

import { control } from './control';
import { step } from './workflowStep';
import { world } from './world';

/** Names of the nodes, and, as n8n makes them of these, of the tools that a model sees. */
export const TOOLS = { add: 'Add_Prospect', call: 'Place_Call' } as const;

export const DANA = { name: 'Dana Reyes', url: 'https://www.linkedin.com/in/dana-reyes' };
export const PHONE = '+12025550111';

function credentialOf(type: string): INode['credentials'] {
	const credential = world.credentials[type];
	if (!credential) throw new Error(`There is no credential ${type}`);
	return { [type]: credential };
}

const byId = (value: string | undefined) => ({ __rl: true, mode: 'id', value: value ?? '' });
const fromModel = (name: string) => `={{ $fromAI('${name}', '', 'string') }}`;

/** A campaign that runs. */
export async function runningCampaign(): Promise<string> {
	const { campaigns } = await control('kakiyoState');
	return campaigns.find(({ status }) => status === 'active')?.id ?? '';
}

/**
 * Kakiyo's Prospect > Add and KaiCalls' Call > Create as tools, with the person left to the model. Earlier tests may
 * have contacted the same people; their tools do not answer for these.
 * @param settings of both nodes
 */
export async function toolNodes(settings: Partial<INode> = {}): Promise<INode[]> {
	const { agents } = await control('kaiCallsState');
	const add = {
		resource: 'prospect',
		operation: 'add',
		campaignId: byId(await runningCampaign()),
		dataMode: 'defineBelow',
		name: fromModel('name'),
		url: fromModel('url'),
		options: { sameAgainAfter: 0 },
	};
	const call = {
		resource: 'call',
		operation: 'create',
		agentId: byId(agents[0]?.id),
		to: fromModel('phone_number'),
		context: `Test ${randomUUID()}`,
		additionalFields: {},
	};
	return [
		step(TOOLS.add, 'n8n-nodes-outreach-agents.kakiyoTool', 1, add, {
			credentials: credentialOf('kakiyoOutreachApi'),
			...settings,
		}),
		step(TOOLS.call, 'n8n-nodes-outreach-agents.kaiCallsTool', 1, call, {
			credentials: credentialOf('kaiCallsOutreachApi'),
			...settings,
		}),
	];
}

/** Connects a node to what uses it, as n8n's editor does with tools and models. */
export const usedBy = (user: string, type: 'ai_tool' | 'ai_languageModel') => ({
	[type]: [[{ node: user, type, index: 0 }]],
});

/** What reached the vendors: requests that write. */
export const writes = async (): Promise<string[]> =>
	(await control('log')).filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
