import { beforeEach, describe, expect, test } from '@jest/globals';
import { N8nClient } from '../../demo/client';
import { changeNode, linkCredentials, readExample } from '../../demo/workflows';
import { control } from './control';
import { expectSuccess, outputOf } from './execution';
import { world } from './world';

const NODES = {
	trigger: 'When Clicking Execute',
	rows: 'Rows of the Table',
	items: 'One Item for Each Row',
	run: 'Run the Workflow for Each Row',
	report: 'Report',
	notRun: 'Rows Not Run',
} as const;

const NEW_ROW = { row: 'lead-new', company: 'Alder Accounting', note: 'Came in overnight' };

describe('the example workflow "KAIRO workflow for each new row"', () => {
	beforeEach(async () => {
		await control('reset');
		await control('configureKairo', { queuedSeconds: 0.1, runSeconds: 0.5 });
	});

	test('creates an agent and a workflow, runs it once for each new row, and reports what the runs cost', async () => {
		const client = await N8nClient.login(world.n8nUrl);
		const example = linkCredentials(await readExample('kairo-run-per-row'), world.credentials);
		// n8n remembers the rows of a workflow; this one is new to it.
		const workflow = { ...example, name: `Run per row ${crypto.randomUUID()}` };
		const before = await control('kairoState');

		const first = await client.execute(await client.saveWorkflow(workflow), NODES.trigger);

		expectSuccess(first);
		const rows = outputOf(first, NODES.items).map(({ json }) => json);
		const now = await control('kairoState');
		const [agent] = now.agents.slice(before.agents.length);
		const [created] = now.workflows.slice(before.workflows.length);
		expect(created).toMatchObject({ steps: [{ agent_id: agent?.id }] });
		const runs = now.runs.slice(before.runs.length);
		const started = { status: 'completed', started_by: { type: 'workflow', id: created?.id } };
		expect(runs).toHaveLength(rows.length);
		expect(runs).toEqual(expect.arrayContaining(rows.map((input) => expect.objectContaining({ ...started, input }))));
		expect(outputOf(first, NODES.run).map(({ pairedItem }) => pairedItem)).toEqual(rows.map((_, item) => ({ item })));
		expect(outputOf(first, NODES.notRun)).toEqual([]);
		const costs = runs.reduce((sum, run) => sum + ('cost_usd' in run ? run.cost_usd : 0), 0);
		expect(outputOf(first, NODES.report).map(({ json }) => json)).toEqual([
			{
				runs: rows.length,
				costOfTheseRuns: expect.closeTo(costs),
				costsOfTheAccount: expect.objectContaining({ total_usd: expect.any(Number) }),
			},
		]);

		const longer = changeNode(workflow, NODES.rows, (node) => ({
			...node,
			parameters: { ...node.parameters, jsonOutput: JSON.stringify({ rows: [...rows, NEW_ROW] }) },
		}));
		const second = await client.execute(await client.saveWorkflow(longer), NODES.trigger);

		expectSuccess(second);
		expect(outputOf(second, NODES.report).map(({ json }) => json)).toMatchObject([{ runs: 1 }]);
		const later = (await control('kairoState')).runs.slice(now.runs.length);
		expect(later).toMatchObject([{ status: 'completed', input: NEW_ROW }]);
	});
});
