import { beforeEach, describe, expect, test } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { N8nClient, type FinishedExecution } from '../../demo/client';
import { filesFolder } from '../../demo/userFolder';
import { changeNode, copyExampleData, linkCredentials, readExample, type WorkflowFile } from '../../demo/workflows';
import { control } from './control';
import { expectSuccess, outputOf } from './execution';
import { N8N_DEADLINE_MS, TriggeredWorkflow } from './triggerHarness';
import { world } from './world';
import { everyOne } from '../support/everyOne';
import { eventually } from '../support/eventually';

const NODES = {
	trigger: 'Every Hour',
	rows: 'Extract the Rows',
	taken: 'Leads Taken In',
	rejected: 'Rejected Leads',
	file: 'CSV File of Rejected Leads',
} as const;

const LEADS_FILE = join(filesFolder(world.userFolder), 'leads.csv');

/** Rows of the example's CSV file: without a last name, and with a source that Kayse refuses for the case. */
const NAMELESS = 'web-1003';
const REFUSED = 'web-1006';
const GOOD = ['web-1001', 'web-1002', 'web-1004', 'web-1005', 'web-1007', 'web-1008'];
const ALL = [...GOOD, NAMELESS, REFUSED].sort();

const example = async () => linkCredentials(await readExample('csv-file-to-kayse-lead-intake'), world.credentials);

/** Corrects both rows that the example's file has wrong. */
async function correctTheFile(): Promise<void> {
	const text = await readFile(LEADS_FILE, 'utf8');
	const corrected = text.replace('Greta,,', 'Greta,Holm,').replace(',fax,', ',other,');
	await writeFile(LEADS_FILE, corrected);
}

/** What Kayse has of the file's leads now, in the order of their IDs. */
async function leadsAtKayse() {
	const { clients, cases } = await control('kayseState');
	const ofFile = <Row extends { [field: string]: unknown }>(records: Row[]): Row[] =>
		records
			.filter(({ external_source_id }) => ALL.includes(String(external_source_id)))
			.sort((a, b) => String(a.external_source_id).localeCompare(String(b.external_source_id)));
	return { clients: ofFile(clients), cases: ofFile(cases) };
}

const sourceIds = (rows: Array<{ [field: string]: unknown }>) =>
	rows.map(({ external_source_id }) => external_source_id);

const shown = (execution: FinishedExecution, node: string): IDataObject[] =>
	outputOf(execution, node).map(({ json }) => json);

/** All leads that were taken in, with the outcomes of their clients and cases. */
const outcomes = (execution: FinishedExecution) =>
	Object.fromEntries(
		shown(execution, NODES.taken).map((lead) => [String(lead.external_source_id), [lead.client, lead.case]]),
	);

const allOf = (ids: string[], ...steps: string[]) => Object.fromEntries(ids.map((id) => [id, steps]));

/** The text of the file that a node put out. */
async function fileOf(client: N8nClient, execution: FinishedExecution, node: string): Promise<string> {
	const [item] = outputOf(execution, node);
	const query = new URLSearchParams({ id: item?.binary?.data?.id ?? '', action: 'download' });
	const response = await client.fetch(`/rest/binary-data?${query.toString()}`);
	if (!response.ok) throw new Error(`n8n did not hand the file out: ${response.status}`);
	return await response.text();
}

/** The example with a webhook for its trigger, published, and what starts it. */
async function publish(client: N8nClient, workflow: WorkflowFile): Promise<() => Promise<FinishedExecution>> {
	const path = crypto.randomUUID();
	const webhook = {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { path, options: {} },
	};
	const onDemand = changeNode(workflow, NODES.trigger, (node) => ({ ...node, ...webhook }));
	const published = TriggeredWorkflow.of(client, await client.saveWorkflow({ ...onDemand, name: `Intake ${path}` }));
	await published.activate();
	return async () => {
		const before = new Set((await published.executions()).map(({ id }) => id));
		const response = await fetch(`${world.n8nUrl}/webhook/${path}`);
		expect(response.status).toBe(200);
		const run = await eventually(
			'an execution',
			async () => (await published.executions()).find(({ id }) => !before.has(id)),
			N8N_DEADLINE_MS,
		);
		return await client.finished(run.id);
	};
}

describe('the example workflow "CSV file to Kayse lead intake"', () => {
	let client: N8nClient;

	beforeEach(async () => {
		await control('reset');
		await copyExampleData(world.userFolder);
		client = await N8nClient.login(world.n8nUrl);
	});

	test('takes every good lead in once, and passes the others on with the reason', async () => {
		const execution = await client.execute(await client.saveWorkflow(await example()), NODES.trigger);

		expectSuccess(execution);
		expect(outcomes(execution)).toEqual(allOf(GOOD, 'created', 'created'));
		const { clients, cases } = await leadsAtKayse();
		expect(sourceIds(cases)).toEqual(GOOD);
		// The case of the refused lead comes after its client.
		expect(sourceIds(clients)).toEqual([...GOOD, REFUSED].sort());
		for (const lead of everyOne(shown(execution, NODES.taken))) {
			const source = { external_source_id: lead.external_source_id };
			expect(clients.find(({ id }) => id === lead.client_id)).toMatchObject({ ...source, case_ids: [lead.case_id] });
			expect(cases.find(({ id }) => id === lead.case_id)).toMatchObject({ ...source, client_ids: [lead.client_id] });
		}

		const rows = shown(execution, NODES.rows);
		const rowOf = (sourceId: string) => rows.find(({ external_source_id }) => external_source_id === sourceId);
		const refusedClient = clients.find(({ external_source_id }) => external_source_id === REFUSED)?.id;
		expect(shown(execution, NODES.rejected)).toEqual([
			{ ...rowOf(NAMELESS), reason: '"Last Name" of the client is missing', what_to_do: expect.any(String) },
			{
				...rowOf(REFUSED),
				reason: expect.stringMatching(/^The case was not done: Kayse did not accept/),
				what_to_do: expect.stringMatching(
					`external_source: must be one of .* client created \\(ID ${refusedClient}\\)`,
				),
			},
		]);
		const file = await fileOf(client, execution, NODES.file);
		expect(file.split('\n')[0]).toMatch(/^first_name,.*,reason,what_to_do\r?$/);
		expect([NAMELESS, REFUSED, ...GOOD].filter((sourceId) => file.includes(sourceId))).toEqual([NAMELESS, REFUSED]);
	});

	test('published, updates in the next run what an earlier run has created, and goes on with corrected rows', async () => {
		const run = await publish(client, await example());

		const first = await run();
		expectSuccess(first);
		expect(outcomes(first)).toEqual(allOf(GOOD, 'created', 'created'));
		await correctTheFile();
		const second = await run();
		const third = await run();

		expectSuccess(second);
		expect(outcomes(second)).toEqual({
			...allOf(GOOD, 'unchanged', 'unchanged'),
			[NAMELESS]: ['created', 'created'],
			[REFUSED]: ['unchanged', 'created'],
		});
		expectSuccess(third);
		expect(outcomes(third)).toEqual(allOf(ALL, 'unchanged', 'unchanged'));
		expect(shown(third, NODES.rejected)).toEqual([]);
		const { clients, cases } = await leadsAtKayse();
		expect([sourceIds(clients), sourceIds(cases)]).toEqual([ALL, ALL]);
		expect(clients.map(({ case_ids }) => case_ids)).toEqual(cases.map(({ id }) => [id]));
		expect(cases.map(({ client_ids }) => client_ids)).toEqual(clients.map(({ id }) => [id]));
	});
});
