import { beforeEach, describe, expect, test } from '@jest/globals';
import { firstCampaign } from '../../demo/campaign';
import { N8nClient } from '../../demo/client';
import { changeNode } from '../../demo/workflows';
import { control } from './control';
import { csvWorkflow, madeUpRow, NODES, writeCsv } from './csvWorkflow';
import { expectSuccess, outputOf } from './execution';
import { world } from './world';

const WRITES_PER_WINDOW = 15;
const ROWS_PER_REQUEST = 100;
/** One request more than a window takes, so that the node has to wait for the next window. */
const GOOD_ROWS = WRITES_PER_WINDOW * ROWS_PER_REQUEST + 1;
const BATCH = { method: 'POST', path: '/prospects/batch' };

describe('adding prospects against a tight rate limit', () => {
	beforeEach(async () => {
		await control('reset');
		await control('configureKakiyo', { writesPerWindow: WRITES_PER_WINDOW });
		await control('fail', { ...BATCH, kind: 'status', status: 429, times: 2, headers: { 'retry-after': '1' } });
	});

	test('with Retry On Fail and an invalid row first, adds every person once', async () => {
		const client = await N8nClient.login(world.n8nUrl);
		const campaign = await firstCampaign(world.sandbox.kakiyo);
		const goodRows = Array.from({ length: GOOD_ROWS }, (_, index) => madeUpRow(index));
		const badRow = { name: 'Nobody', url: '', customData: 'has no profile' };
		const file = await writeCsv('bad-row-first.csv', [badRow, ...goodRows]);
		const workflow = changeNode(await csvWorkflow(file, campaign), NODES.add, (node) => ({
			...node,
			parameters: { ...node.parameters, waitForImport: false },
			onError: 'continueRegularOutput',
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 100,
		}));
		const workflowId = await client.saveWorkflow({ ...workflow, name: 'Rate limit' });

		const execution = await client.execute(workflowId, NODES.trigger, 280_000);

		expectSuccess(execution);
		const results = outputOf(execution, NODES.add);
		expect(results).toHaveLength(GOOD_ROWS + 1);
		expect(results.map(({ pairedItem }) => pairedItem)).toEqual(results.map((_, item) => ({ item })));
		expect(results[0]?.json.error).toEqual(expect.any(String));
		expect(results.slice(1).find(({ json }) => 'error' in json)).toBeUndefined();

		const added = (await control('prospectsAdded'))[campaign.id] ?? {};
		const twice = Object.values(added).filter((times) => times !== 1);
		expect({ added: Object.keys(added).length, twice: twice.length }).toEqual({ added: GOOD_ROWS, twice: 0 });
	});
});
