import type { N8nClient } from '../../demo/client';
import type { Sandbox } from '../../sandbox';
import { AGENT, callingAgent } from './contactRulesWorkflows';
import { publish } from './createAndWaitHarness';
import { McpClient } from './mcpClient';
import { ScriptedModel } from './scriptedModel';
import { usedBy } from './toolNodes';
import { step } from './workflowStep';

const SERVER = 'MCP Server';
const TOOL = 'Place_Call';

export const PHONE = '+12025550111';

/** How long the client waits, and how long KaiCalls takes to answer. */
const GIVES_UP_AFTER_MS = 2_000;
const ANSWERS_AFTER_S = 4;

async function saved(client: N8nClient, type: string, data: Record<string, string>) {
	return { name: type, id: await client.saveCredential({ type, name: type, data }) };
}

const firstAgent = (sandbox: Sandbox): string => sandbox.control.kaiCallsState().agents[0]?.id ?? '';

/** An AI agent of version 3 whose model asks for the same call in each execution. */
export async function repeatingAgent(client: N8nClient, sandbox: Sandbox) {
	const model = await ScriptedModel.start();
	const openAiApi = await saved(client, 'openAiApi', { apiKey: 'unused', url: model.baseUrl });
	const credentials = { kaiCallsOutreachApi: await saved(client, 'kaiCallsOutreachApi', { ...sandbox.kaicalls }) };
	const workflowId = await client.saveWorkflow(
		callingAgent(openAiApi, { credentials, agentId: firstAgent(sandbox), options: {} }),
	);
	return {
		/** @param by another one after a restart of n8n. @returns what the model reads */
		async converse(by = client): Promise<string> {
			model.play([{ tool: AGENT.tool, arguments: { phone_number: PHONE, first_message: 'Hello' } }], 'Done.');
			await by.execute(workflowId, AGENT.trigger);
			return model.toolAnswers.join(' ');
		},
		stop: async () => await model.stop(),
	};
}

/** An n8n whose MCP Server Trigger has one tool, which calls people, and MCP clients that give up after 2 s and repeat. */
export class ImpatientClients {
	private constructor(
		private readonly sandbox: Sandbox,
		private readonly path: string,
		private readonly url: () => string,
	) {}

	/** @param url where n8n is, which is asked for each time */
	static async of(client: N8nClient, sandbox: Sandbox, url: () => string): Promise<ImpatientClients> {
		const path = crypto.randomUUID();
		const credentials = { kaiCallsOutreachApi: await saved(client, 'kaiCallsOutreachApi', { ...sandbox.kaicalls }) };
		const agentId = { __rl: true, mode: 'id', value: firstAgent(sandbox) };
		const calling = {
			resource: 'call',
			operation: 'create',
			agentId,
			to: "={{ $fromAI('phone_number', '', 'string') }}",
			// Tools with the same content know what each other has done.
			context: `Test ${path}`,
			additionalFields: {},
		};
		const workflowId = await client.saveWorkflow({
			name: SERVER,
			nodes: [
				step(SERVER, '@n8n/n8n-nodes-langchain.mcpTrigger', 2, { authentication: 'none', path }, { webhookId: path }),
				step(TOOL, 'n8n-nodes-outreach-agents.kaiCallsTool', 1, calling, { credentials }),
			],
			connections: { [TOOL]: usedBy(SERVER, 'ai_tool') },
			settings: { executionOrder: 'v1' },
		});
		await publish(client, workflowId);
		return new ImpatientClients(sandbox, path, url);
	}

	answerSlowly(times: number): void {
		this.sandbox.control.fail({
			vendor: 'kaicalls',
			method: 'POST',
			path: '/calls',
			kind: 'slow',
			delaySeconds: ANSWERS_AFTER_S,
			afterHandler: true,
			times,
		});
	}

	/** @returns whether an answer came before the client gave up */
	async giveUp(): Promise<boolean> {
		return await this.with(async (mcp) => await mcp.callImpatiently(TOOL, { phone_number: PHONE }, GIVES_UP_AFTER_MS));
	}

	/** @returns what the model reads in the end */
	async repeat(): Promise<string> {
		return await this.with(async (mcp) => (await mcp.call(TOOL, { phone_number: PHONE })).text);
	}

	get timesRung(): number {
		return this.sandbox.control.callsPlaced()[PHONE] ?? 0;
	}

	/** Each call by a client of its own, as after a restart of one. */
	private async with<T>(work: (mcp: McpClient) => Promise<T>): Promise<T> {
		const mcp = await McpClient.connect(`${this.url()}/mcp/${this.path}`);
		return await work(mcp).finally(async () => await mcp.close().catch(() => {}));
	}
}
