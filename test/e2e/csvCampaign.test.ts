import { beforeEach, describe, expect, test } from '@jest/globals';
import { firstCampaign } from '../../demo/campaign';
import { N8nClient } from '../../demo/client';
import { copyExampleData } from '../../demo/workflows';
import { control } from './control';
import { csvWorkflow, NODES, type Row } from './csvWorkflow';
import { expectSuccess, outputOf } from './execution';
import { world } from './world';

const ROWS = 250;

describe('the example workflow "CSV file to Kakiyo campaign"', () => {
	beforeEach(async () => {
		await control('reset');
		await copyExampleData(world.userFolder);
	});

	test('adds 250 rows in 3 requests and gives every row its own result', async () => {
		const client = await N8nClient.login(world.n8nUrl);
		const campaign = await firstCampaign(world.sandbox.kakiyo);
		const workflowId = await client.saveWorkflow(await csvWorkflow('prospects.csv', campaign));

		const execution = await client.execute(workflowId, NODES.trigger);

		expectSuccess(execution);
		const rows = outputOf(execution, 'Extract the Rows').map(({ json }) => json as Row);
		const results = outputOf(execution, NODES.add);
		expect(rows).toHaveLength(ROWS);
		expect(results.map(({ pairedItem }) => pairedItem)).toEqual(rows.map((_, item) => ({ item })));
		expect(results.map(({ json }) => ({ name: json.name, importStatus: json.importStatus }))).toEqual(
			rows.map(({ name }) => ({ name, importStatus: 'imported' })),
		);
		expect(new Set(results.map(({ json }) => json.prospectId)).size).toBe(ROWS);
		expect(outputOf(execution, NODES.added)).toHaveLength(ROWS);
		expect(outputOf(execution, NODES.notAdded)).toHaveLength(0);

		const batches = (await control('log')).filter(({ route }) => route === '/prospects/batch');
		expect(batches.map(({ method, accepted }) => ({ method, accepted }))).toEqual(
			Array.from({ length: 3 }, () => ({ method: 'POST', accepted: true })),
		);
		const added = (await control('prospectsAdded'))[campaign.id] ?? {};
		expect(Object.values(added)).toEqual(Array.from({ length: ROWS }, () => 1));
	});
});
