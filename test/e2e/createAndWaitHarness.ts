import { parse } from 'flatted';
import type { ExecutionStatus, INode, INodeExecutionData, INodeParameters, IRunExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import type { N8nClient } from '../../demo/client';
import type { WorkflowFile } from '../../demo/workflows';
import { rest } from './rest';
import { step } from './workflowStep';
import { eventually } from '../support/eventually';

export const WAITING_NODE = 'Call and Wait';

const NODES = {
	manual: 'By Hand',
	phones: 'Phones',
	webhook: 'Webhook',
	split: 'Split',
	after: 'After',
	refused: 'Refused',
	recording: 'Recording',
} as const;

const Execution = z.object({
	status: z.custom<ExecutionStatus>((value) => typeof value === 'string'),
	data: z.string(),
});
const Started = z.object({ executionId: z.string() });
const Activatable = z.object({ versionId: z.string() });

interface Definition {
	name: string;
	/** Of the node under test, beside resource and operation. */
	parameters: INodeParameters;
	settings?: Partial<INode>;
	/** Fetch the recordings afterwards. */
	recordings?: boolean;
	credentials: Record<string, { id: string; name: string }>;
}

/** A webhook or a click sends phone numbers, one item for each. The node calls and waits; two nodes show its outputs. */
function workflowOf(
	{ name, parameters, settings, recordings = false, credentials }: Definition,
	path: string,
	phones: string[],
): WorkflowFile {
	const main = (...targets: string[]) => ({ main: targets.map((node) => [{ node, type: 'main' as const, index: 0 }]) });
	const { kaiCallsOutreachApi } = credentials;
	if (!kaiCallsOutreachApi) throw new Error('There is no KaiCalls credential');
	return {
		name,
		nodes: [
			step(NODES.manual, 'n8n-nodes-base.manualTrigger', 1, {}),
			step(NODES.phones, 'n8n-nodes-base.set', 3.4, {
				mode: 'raw',
				jsonOutput: JSON.stringify({ body: { phones } }),
				options: {},
			}),
			step(
				NODES.webhook,
				'n8n-nodes-base.webhook',
				2,
				{ httpMethod: 'POST', path, options: {} },
				{ webhookId: crypto.randomUUID() },
			),
			step(NODES.split, 'n8n-nodes-base.splitOut', 1, {
				fieldToSplitOut: 'body.phones',
				options: { destinationFieldName: 'phone' },
			}),
			step(
				WAITING_NODE,
				'n8n-nodes-outreach-agents.kaiCalls',
				1,
				{ resource: 'call', operation: 'createAndWait', to: '={{ $json.phone }}', ...parameters },
				{ credentials: { kaiCallsOutreachApi }, ...settings },
			),
			step(NODES.after, 'n8n-nodes-base.noOp', 1, {}),
			step(NODES.refused, 'n8n-nodes-base.noOp', 1, {}),
			step(
				NODES.recording,
				'n8n-nodes-outreach-agents.kaiCalls',
				1,
				{ resource: 'call', operation: 'getRecording', callId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
				{ credentials: { kaiCallsOutreachApi } },
			),
		],
		connections: {
			[NODES.manual]: main(NODES.phones),
			[NODES.phones]: main(NODES.split),
			[NODES.webhook]: main(NODES.split),
			[NODES.split]: main(WAITING_NODE),
			[WAITING_NODE]:
				settings?.onError === 'continueErrorOutput' ? main(NODES.after, NODES.refused) : main(NODES.after),
			...(recordings && { [NODES.after]: main(NODES.recording) }),
		},
		settings: { executionOrder: 'v1' },
	};
}

type Outputs = { status: ExecutionStatus } & Record<'after' | 'refused' | 'recordings', INodeExecutionData[]>;

/** An execution of the workflow, seen as the editor sees it. */
export class WaitingExecution {
	constructor(
		private readonly client: N8nClient,
		readonly id: string,
	) {}

	/** The same execution seen by another session, as after a restart. */
	seenBy(client: N8nClient): WaitingExecution {
		return new WaitingExecution(client, this.id);
	}

	async status(): Promise<ExecutionStatus> {
		return (await this.read()).status;
	}

	async isWaiting(): Promise<void> {
		await eventually(`execution ${this.id} waiting`, async () => (await this.status()) === 'waiting');
	}

	/** Waits for the end and returns the items of the node's output and of its error output. */
	async outputs(deadlineMs?: number): Promise<Outputs> {
		const { status, data } = await eventually(
			`the end of execution ${this.id}`,
			async () => {
				const execution = await this.read();
				return !['new', 'running', 'waiting'].includes(execution.status) && execution;
			},
			deadlineMs,
		);
		const { runData } = (parse(data) as unknown as IRunExecutionData).resultData;
		const shownBy = (node: string) => runData[node]?.at(-1)?.data?.main?.[0] ?? [];
		return {
			status,
			after: shownBy(NODES.after),
			refused: shownBy(NODES.refused),
			recordings: shownBy(NODES.recording),
		};
	}

	private async read(): Promise<z.infer<typeof Execution>> {
		return Execution.parse(await rest(this.client, 'GET', `/executions/${this.id}`));
	}
}

/** The execution that a callback URL belongs to. */
export const executionOf = (client: N8nClient, callbackUrl: string | null): WaitingExecution => {
	const id = /\/webhook-waiting\/(\d+)\//.exec(callbackUrl ?? '')?.[1];
	if (id === undefined) throw new Error(`${callbackUrl} is no callback URL of n8n`);
	return new WaitingExecution(client, id);
};

/** Starts the workflow by a click in the editor. */
export async function startByHand(
	client: N8nClient,
	definition: Definition,
	phones: string[],
): Promise<WaitingExecution> {
	const id = await client.saveWorkflow(workflowOf(definition, crypto.randomUUID(), phones));
	const { executionId } = Started.parse(
		await rest(client, 'POST', `/workflows/${id}/run`, { triggerToStartFrom: { name: NODES.manual } }),
	);
	return new WaitingExecution(client, executionId);
}

/** Publishes a workflow; its triggers start it from now on. */
export async function publish(client: N8nClient, workflowId: string): Promise<void> {
	const { versionId } = Activatable.parse(await rest(client, 'GET', `/workflows/${workflowId}`));
	await rest(client, 'POST', `/workflows/${workflowId}/activate`, { versionId });
}

/** Takes a workflow out of production. */
export async function unpublish(client: N8nClient, workflowId: string): Promise<void> {
	await rest(client, 'POST', `/workflows/${workflowId}/deactivate`);
}

/** Deploys the workflow and starts it over its webhook. */
export async function startInProduction(
	client: N8nClient,
	n8nUrl: string,
	definition: Definition,
	phones: string[],
): Promise<void> {
	const path = crypto.randomUUID();
	const id = await client.saveWorkflow(workflowOf(definition, path, []));
	await publish(client, id);
	// n8n listens a moment after it has answered; until then nothing starts.
	await eventually('the start of the workflow', async () => {
		const response = await fetch(`${n8nUrl}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ phones }),
		});
		return response.ok;
	});
}
