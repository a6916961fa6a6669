import { createHmac } from 'node:crypto';

import { parse } from 'flatted';
import type { INodeParameters, IRunExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import type { N8nClient } from '../../demo/client';
import type { WorkflowFile } from '../../demo/workflows';
import { rest } from './rest';
import { eventually } from '../support/eventually';

const TRIGGER = 'Trigger';
/** In which n8n has published a workflow or run it, on a loaded machine, too. */
export const N8N_DEADLINE_MS = 120_000;
/** The most executions that n8n returns in one page. */
const PAGE = 100;

const Activatable = z.object({ versionId: z.string() });
const Publication = z.object({
	status: z.string(),
	triggers: z.array(z.object({ errorMessage: z.string().nullish() })),
});
const Row = z.object({ id: z.string(), status: z.string(), mode: z.string() });
const Rows = z.object({ results: z.array(Row), nextCursor: z.string().nullable() });
const Run = z.object({ data: z.string() });

/** A trigger of the pack. */
interface TriggerKind {
	type: string;
	credential: string;
	/** The random part of its address, for a test that must know it beforehand. */
	webhookId?: string;
}

const KAKIYO_TRIGGER: TriggerKind = { type: 'kakiyoTrigger', credential: 'kakiyoOutreachApi' };

/** A workflow in n8n that a trigger of the pack starts. */
export class TriggeredWorkflow {
	private constructor(
		private readonly client: N8nClient,
		readonly id: string,
	) {}

	static async save(
		client: N8nClient,
		name: string,
		parameters: INodeParameters,
		credentials: Record<string, { id: string; name: string }>,
		trigger = KAKIYO_TRIGGER,
	): Promise<TriggeredWorkflow> {
		const credential = credentials[trigger.credential];
		if (!credential) throw new Error(`There is no credential ${trigger.credential}`);
		const workflow: WorkflowFile = {
			name,
			nodes: [
				{
					id: crypto.randomUUID(),
					webhookId: trigger.webhookId ?? crypto.randomUUID(),
					name: TRIGGER,
					type: `n8n-nodes-outreach-agents.${trigger.type}`,
					typeVersion: 2,
					position: [0, 0],
					parameters,
					credentials: { [trigger.credential]: credential },
				},
				{
					id: crypto.randomUUID(),
					name: 'Received',
					type: 'n8n-nodes-base.noOp',
					typeVersion: 1,
					position: [200, 0],
					parameters: {},
				},
			],
			connections: { [TRIGGER]: { main: [[{ node: 'Received', type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		};
		return new TriggeredWorkflow(client, await client.saveWorkflow(workflow));
	}

	/** A workflow that is in n8n already. */
	static of(client: N8nClient, id: string): TriggeredWorkflow {
		return new TriggeredWorkflow(client, id);
	}

	/** The same workflow seen by another session, as after a restart. */
	seenBy(client: N8nClient): TriggeredWorkflow {
		return new TriggeredWorkflow(client, this.id);
	}

	/** Publishes it and waits until n8n has run the hooks of the trigger. */
	async activate(): Promise<void> {
		const { versionId } = Activatable.parse(await rest(this.client, 'GET', `/workflows/${this.id}`));
		await rest(this.client, 'POST', `/workflows/${this.id}/activate`, { versionId });
		const { status, triggers } = await this.published();
		if (status !== 'published') throw new Error(triggers.map(({ errorMessage }) => errorMessage).join());
	}

	async deactivate(): Promise<void> {
		await rest(this.client, 'POST', `/workflows/${this.id}/deactivate`, {});
		await this.published();
	}

	private async published(): Promise<z.infer<typeof Publication>> {
		return await eventually(
			'publication',
			async () => {
				const publication = Publication.parse(
					await rest(this.client, 'GET', `/workflows/${this.id}/publication-status`),
				);
				return publication.status !== 'in_progress' && publication;
			},
			N8N_DEADLINE_MS,
		);
	}

	/** What the button "Listen for test event" does. */
	async listen(): Promise<void> {
		const answer = await rest(this.client, 'POST', `/workflows/${this.id}/run`, {
			triggerToStartFrom: { name: TRIGGER },
		});
		z.object({ waitingForWebhook: z.literal(true) }).parse(answer);
	}

	/** All executions, of every status. */
	async executions(mode = 'webhook'): Promise<Array<z.infer<typeof Row>>> {
		const rows = new Map<string, z.infer<typeof Row>>();
		let cursor: string | null = '';
		while (cursor !== null) {
			const query: URLSearchParams = new URLSearchParams({
				filter: JSON.stringify({ workflowId: this.id }),
				limit: String(PAGE),
				...(cursor && { cursor }),
			});
			const page = Rows.parse(await rest(this.client, 'GET', `/executions?${query.toString()}`));
			for (const row of page.results) rows.set(row.id, row);
			cursor = page.nextCursor;
		}
		return [...rows.values()].filter((row) => row.mode === mode);
	}

	/**
	 * Waits until so many executions have succeeded and none runs any more.
	 * @returns the output of the trigger in all executions, which may be more
	 */
	async received(least: number, mode?: string): Promise<unknown[]> {
		const rows = await eventually(
			`the end of ${least} executions`,
			async () => {
				const all = await this.executions(mode);
				return all.length >= least && all.every(({ status }) => status === 'success') && all;
			},
			N8N_DEADLINE_MS,
		);
		const outputs: unknown[] = [];
		for (const { id } of rows) {
			const { data } = Run.parse(await rest(this.client, 'GET', `/executions/${id}`));
			const { resultData } = parse(data) as unknown as IRunExecutionData;
			outputs.push(...(resultData.runData.Received?.[0]?.data?.main?.[0] ?? []).map(({ json }) => json));
		}
		return outputs;
	}
}

/** An event as Kakiyo prints it (docs/vendors/kakiyo.md#deliveries), told apart by its chat. */
export const eventBody = (chatId: string, change: object = {}): string =>
	JSON.stringify({
		event: 'linkedin.message.received',
		teamId: 'team_1',
		timestamp: new Date().toISOString(),
		data: {
			agentId: 'agent_1',
			campaignId: 'campaign_001',
			chatId,
			message: 'Sounds good – 你好',
			prospectId: 'prospect_1',
		},
		...change,
	});

export const signatureOf = (secret: string | Buffer, body: string | Buffer, algorithm = 'sha256'): string =>
	createHmac(algorithm, secret).update(body).digest('hex');

export const SIGNATURE = 'x-kakiyo-signature';
