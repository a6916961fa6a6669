import type { IDataObject, INode, INodeParameters, IWorkflowSettings } from 'n8n-workflow';
import { z } from 'zod';

import type { FinishedExecution, N8nClient } from '../../demo/client';
import type { SandboxCredentials } from '../../demo/credentials';
import type { WorkflowFile } from '../../demo/workflows';
import { publish } from './createAndWaitHarness';
import { outputOf } from './execution';
import { rest } from './rest';
import { eventually } from '../support/eventually';

export const CALL = 'Call';

export const phoneNumbers = (count: number): string[] =>
	Array.from({ length: count }, (_, index) => `+1202${String(5_550_000 + index)}`);

/** Under Options: a person is called once a day. */
export const oncePerDay: INodeParameters = { contactLimit: { limit: { contacts: 1, period: 1, unit: 'days' } } };

export interface CallList {
	credentials: SandboxCredentials;
	agentId: string;
	onError?: INode['onError'];
	/** After a crash n8n takes the last node of the file that had started for the one that ended the execution. */
	fileOrder?: 'as run' | 'reversed';
	/** Of the node, under Options. */
	options?: INodeParameters;
	/** A later node reads the first call. */
	readsAfterwards?: boolean;
	settings?: IWorkflowSettings;
}

/** Keeps its ID when the workflow is saved again. */
export const step = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: INodeParameters,
	more: Partial<INode> = {},
): INode => ({
	id: `node-${name}`,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
	...more,
});

/** A webhook brings a list of phones; the workflow calls each of them, one item for each. */
function workflowOf(
	path: string,
	{ credentials, agentId, onError, fileOrder, options = {}, readsAfterwards = false, settings }: CallList,
): WorkflowFile {
	const { kaiCallsOutreachApi } = credentials;
	if (!kaiCallsOutreachApi) throw new Error('There is no KaiCalls credential');
	const kaiCalls = { credentials: { kaiCallsOutreachApi } };
	const nodes = [
		step('Webhook', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, options: {} }, { webhookId: path }),
		step('Phones', 'n8n-nodes-base.splitOut', 1, {
			fieldToSplitOut: 'body.phones',
			options: { destinationFieldName: 'phone' },
		}),
		step(
			CALL,
			'n8n-nodes-outreach-agents.kaiCalls',
			1,
			{
				resource: 'call',
				operation: 'create',
				agentId: { __rl: true, mode: 'id', value: agentId },
				to: '={{ $json.phone }}',
				options,
			},
			{ ...kaiCalls, ...(onError && { onError }) },
		),
		step(
			'Read',
			'n8n-nodes-outreach-agents.kaiCalls',
			1,
			{ resource: 'call', operation: 'get', callId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
			{ ...kaiCalls, executeOnce: true, onError: 'continueRegularOutput', disabled: !readsAfterwards },
		),
	];
	const links = nodes
		.slice(1)
		.map((node, before) => [nodes[before]?.name, { main: [[{ node: node.name, type: 'main' as const, index: 0 }]] }]);
	return {
		name: `Call list ${crypto.randomUUID()}`,
		nodes: fileOrder === 'reversed' ? nodes.toReversed() : nodes,
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1', ...settings },
	};
}

/** n8n's list of executions, the newest first. */
export const Executions = z.object({ results: z.array(z.object({ id: z.string(), workflowId: z.string() })) });
const Retried = z.object({ id: z.string() });

/** A published workflow that calls the phones which its webhook brings. */
export interface PublishedCallList {
	workflowId: string;
	/** Starts it once, without waiting for the execution. */
	post(phones: string[]): Promise<void>;
	/** Starts it this many times at once. @returns the IDs of the executions */
	start(phones: string[], timesAtOnce?: number): Promise<string[]>;
}

/** Executions of a published workflow start from what n8n has stored of them, unlike those that are started by hand. */
export async function publishCallList(client: N8nClient, n8nUrl: string, list: CallList): Promise<PublishedCallList> {
	const path = crypto.randomUUID();
	const workflowId = await client.saveWorkflow(workflowOf(path, list));
	await publish(client, workflowId);
	const executions = async (): Promise<string[]> => {
		const { results } = Executions.parse(await rest(client, 'GET', '/executions'));
		return results.filter((execution) => execution.workflowId === workflowId).map(({ id }) => id);
	};
	const post = async (phones: string[]) =>
		// n8n listens a moment after it has answered; until then nothing starts.
		void (await eventually('the start of the workflow', async () => {
			const response = await fetch(`${n8nUrl}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ phones }),
			});
			return response.ok;
		}));
	return {
		workflowId,
		post,
		async start(phones, timesAtOnce = 1) {
			const before = await executions();
			await Promise.all(Array.from({ length: timesAtOnce }, async () => await post(phones)));
			return await eventually('the executions', async () => {
				const started = (await executions()).filter((id) => !before.includes(id));
				return started.length === timesAtOnce && started;
			});
		},
	};
}

/** @returns the ID of the execution */
export async function startCallList(
	client: N8nClient,
	n8nUrl: string,
	phones: string[],
	list: CallList,
): Promise<string> {
	const published = await publishCallList(client, n8nUrl, list);
	const [executionId = ''] = await published.start(phones);
	return executionId;
}

/** Presses Retry in the list of executions. @returns the ID of the new execution */
export async function startRetry(
	client: N8nClient,
	executionId: string,
	workflow: 'saved' | 'original' = 'saved',
): Promise<string> {
	const answer = await rest(client, 'POST', `/executions/${executionId}/retry`, { loadWorkflow: workflow === 'saved' });
	return Retried.parse(answer).id;
}

/** Presses Retry in the list of executions, and waits for the end. */
export async function pressRetry(client: N8nClient, executionId: string, workflow?: 'saved' | 'original') {
	const id = await startRetry(client, executionId, workflow);
	return { id, ...(await client.finished(id)) };
}

/** The outcome of each phone, by the node's output and by the vendor's own count. */
export interface Account {
	/** Rows of calls that this execution placed or remembers. */
	done: number;
	/** Items that tell of an earlier try whose result was lost. */
	doneBefore: number;
	/** Items that tell that it is not known. */
	unknown: number;
	/** Items with any other failure. */
	failed: number;
}

/** What the calling node put out. */
export const rowsOf = (execution: FinishedExecution): IDataObject[] =>
	outputOf(execution, CALL).map(({ json }) => json);

/** The kind of failure that an item tells of. */
export const outcomeOf = ({ details }: IDataObject): string | undefined =>
	z.object({ outcome: z.string() }).safeParse(details).data?.outcome;

export function accountOf(execution: FinishedExecution): Account {
	const rows = rowsOf(execution);
	const count = (matches: (row: IDataObject) => boolean) => rows.filter(matches).length;
	const unknown = count((row) => ['unknown', 'startedBefore'].includes(String(outcomeOf(row))));
	const doneBefore = count((row) => outcomeOf(row) === 'doneBefore');
	const done = count((row) => row.error === undefined && typeof row.id === 'string');
	return { done, doneBefore, unknown, failed: rows.length - done - doneBefore - unknown };
}
