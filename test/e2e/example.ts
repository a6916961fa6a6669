import { chooseAgent, firstAgent } from '../../demo/agent';
import { chooseCampaign, firstCampaign } from '../../demo/campaign';
import type { FinishedExecution, N8nClient } from '../../demo/client';
import { linkCredentials, readExample, tableMaker, type EXAMPLES, type WorkflowFile } from '../../demo/workflows';
import { DataTable } from './dataTable';
import { expectSuccess } from './execution';
import { TriggeredWorkflow } from './triggerHarness';
import { world } from './world';

type Credentials = Parameters<typeof linkCredentials>[1];

/** An example workflow as a person has it who followed its first steps: imported, credentials and agent chosen, its tables made. */
export class Example {
	private constructor(
		private readonly client: N8nClient,
		readonly id: string,
		/** Where others reach it when it is published; undefined when it has no webhook. */
		readonly webhookUrl: string | undefined,
	) {}

	/**
	 * @param own credentials besides those of the shared n8n, or in their place
	 * @param change what the person changes in it, such as the hours of calls
	 */
	static async import(
		client: N8nClient,
		name: (typeof EXAMPLES)[number],
		own: Credentials = {},
		change: (workflow: WorkflowFile) => WorkflowFile = (workflow) => workflow,
	): Promise<Example> {
		const file = change(await readExample(name));
		const agent = await firstAgent(world.sandbox.kaicalls);
		const workflow = chooseAgent(chooseCampaign(file, await firstCampaign(world.sandbox.kakiyo)), agent);
		const id = await client.saveWorkflow(linkCredentials(workflow, { ...world.credentials, ...own }));
		const webhookId = file.nodes.find((node) => node.webhookId !== undefined)?.webhookId;
		const example = new Example(client, id, webhookId && `${world.n8nUrl}/webhook/${webhookId}`);
		const maker = tableMaker(file);
		if (maker !== undefined) await example.run(maker);
		return example;
	}

	/** Runs it from one of its triggers to the end, which must be a good one. */
	async run(trigger: string): Promise<FinishedExecution> {
		const execution = await this.client.execute(this.id, trigger);
		expectSuccess(execution);
		return execution;
	}

	/** Its published form, which its own triggers start. */
	published(): TriggeredWorkflow {
		return TriggeredWorkflow.of(this.client, this.id);
	}

	/** One of its data tables. */
	async table(name: string): Promise<DataTable> {
		return await DataTable.named(this.client, name);
	}

	/** One of its data tables, without the rows of other tests. */
	async emptyTable(name: string): Promise<DataTable> {
		const table = await this.table(name);
		await table.fill([]);
		return table;
	}
}
