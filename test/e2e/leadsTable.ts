import type { INode } from 'n8n-workflow';
import { z } from 'zod';

import type { FinishedExecution, N8nClient } from '../../demo/client';
import { changeNode, LEADS_TABLE, linkCredentials, readExample, readLeadsTable } from '../../demo/workflows';
import { publish } from './createAndWaitHarness';
import { expectSuccess } from './execution';
import { rest } from './rest';
import { eventually } from '../support/eventually';

/** The most rows that n8n returns in one page. */
const PAGE = 250;

/** As in the example: leads that an execution which is stopped may have under way. */
export const BATCH = 10;

/** Of a loaded machine, for thousands of leads. */
const DEADLINE_MS = 900_000;

/** n8n's own nodes may fail on a busy machine. */
const MOST_STARTS = 3;

const Rows = z.object({ count: z.number(), data: z.array(z.record(z.unknown())) });
const Executions = z.object({ results: z.array(z.object({ id: z.string(), status: z.string() })) });

/** So many new leads, as rows of the example's table. */
export async function manyLeads(count: number): Promise<Array<Record<string, string>>> {
	const [first = {}] = await readLeadsTable();
	return Array.from({ length: count }, (_, index) => ({
		...first,
		external_source_id: `lead-${index}`,
		first_name: `First${index}`,
		case_number: `NO-${index}`,
	}));
}

/** The example workflow "Leads in a table to Kayse", published, with a webhook for its trigger, over all rows of its table. */
export class LeadsTable {
	private constructor(
		private readonly client: N8nClient,
		private readonly url: string,
		private readonly path: string,
		private readonly workflowId: string,
		private readonly table: string,
	) {}

	static async publish(
		client: N8nClient,
		url: string,
		credentials: Record<string, { id: string; name: string }>,
		leads: Array<Record<string, string>>,
	): Promise<LeadsTable> {
		const path = crypto.randomUUID();
		const tableName = `${LEADS_TABLE} ${path}`;
		const table = await client.saveTable(tableName, leads);
		const onTable = (node: INode): INode => ({
			...node,
			parameters: { ...node.parameters, dataTableId: { __rl: true, mode: 'id', value: table.split('/').at(-1) ?? '' } },
		});
		const webhook = {
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: path,
			parameters: { path, options: {} },
		};
		let workflow = linkCredentials(await readExample('leads-in-a-table-to-kayse'), credentials);
		workflow = changeNode(workflow, 'Every Hour', (node) => ({ ...node, ...webhook }));
		workflow = changeNode(workflow, 'Leads to Take In', onTable);
		workflow = changeNode(workflow, 'Write Back to the Table', onTable);
		workflow = changeNode(workflow, 'Leads to Take In', (node) => ({
			...node,
			parameters: { ...node.parameters, returnAll: true },
		}));
		const workflowId = await client.saveWorkflow({ ...workflow, name: `Leads ${path}` });
		await publish(client, workflowId);
		return new LeadsTable(client, url, path, workflowId, table);
	}

	/** @returns the ID of the execution */
	async start(): Promise<string> {
		const before = new Set((await this.executions()).map(({ id }) => id));
		// n8n listens a moment after it has answered; until then nothing starts.
		await eventually('the webhook', async () => (await fetch(`${this.url}/webhook/${this.path}`)).ok, DEADLINE_MS);
		const started = await eventually(
			'the execution',
			async () => (await this.executions()).find(({ id }) => !before.has(id)),
			DEADLINE_MS,
		);
		return started.id;
	}

	/** Waits until the table says of so many leads that they were taken in by an execution. @throws when that ended before */
	async hasTakenIn(count: number, executionId: string): Promise<void> {
		const filter = { type: 'and', filters: [{ columnName: 'taken_in', condition: 'isNotEmpty', value: null }] };
		const query = new URLSearchParams({ take: '1', filter: JSON.stringify(filter) });
		const taken = async () =>
			Rows.parse(await rest(this.client, 'GET', `${this.table}/rows?${query.toString()}`)).count;
		await eventually(
			`${count} leads`,
			async () => (await taken()) >= count || (await this.hasEnded(executionId)),
			DEADLINE_MS,
		);
		const inTime = await taken();
		if (inTime >= count) return;
		const problems = (await this.rows()).map(({ problem }) => problem).filter(Boolean);
		throw new Error(
			`The execution ended with ${inTime} leads: ${problems[0] ?? (await this.client.finished(executionId)).data.resultData.error?.message}`,
		);
	}

	/** What the Stop button does. */
	async stop(executionId: string): Promise<void> {
		await rest(this.client, 'POST', `/executions/${executionId}/stop`);
		await this.ended(executionId);
	}

	/** @returns how it ended */
	async ended(executionId: string): Promise<string> {
		return await eventually('the end of the execution', async () => await this.hasEnded(executionId), DEADLINE_MS);
	}

	/** @returns how it ended, if it has */
	private async hasEnded(executionId: string): Promise<string | false> {
		const status = (await this.executions()).find(({ id }) => id === executionId)?.status ?? '';
		return !['new', 'running', 'waiting'].includes(status) && status;
	}

	/** Starts it, stops it when it has taken in half of the leads, and starts it again, as its schedule does, until all are done. */
	async stoppedInTheMiddle(leads: number): Promise<void> {
		const first = await this.start();
		await this.hasTakenIn(leads / 2, first);
		await this.stop(first);
		let last: FinishedExecution;
		let starts = 0;
		do {
			last = await this.client.finished(await this.start(), DEADLINE_MS);
			starts += 1;
			if (last.status !== 'success')
				process.stderr.write(`  the execution ended: ${last.data.resultData.error?.message}\n`);
		} while (last.status !== 'success' && starts < MOST_STARTS);
		expectSuccess(last);
	}

	/** What the table says now. */
	async rows(): Promise<Array<Record<string, unknown>>> {
		const rows: Array<Record<string, unknown>> = [];
		for (;;) {
			const { data } = Rows.parse(
				await rest(this.client, 'GET', `${this.table}/rows?take=${PAGE}&skip=${rows.length}&sortBy=id:asc`),
			);
			rows.push(...data);
			if (data.length < PAGE) return rows;
		}
	}

	private async executions() {
		const query = new URLSearchParams({ filter: JSON.stringify({ workflowId: this.workflowId }) });
		return Executions.parse(await rest(this.client, 'GET', `/executions?${query.toString()}`)).results;
	}
}

/** How often each lead of `manyLeads` is there, among clients or cases. */
export function timesThere(records: Array<{ [field: string]: unknown }>): Map<string, number> {
	const times = new Map<string, number>();
	for (const { external_source_id: source } of records) {
		if (typeof source === 'string' && source.startsWith('lead-')) times.set(source, (times.get(source) ?? 0) + 1);
	}
	return times;
}
