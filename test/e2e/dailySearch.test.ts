import { beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { N8nClient } from '../../demo/client';
import { linkCredentials, readExample } from '../../demo/workflows';
import { control } from './control';
import { expectSuccess, outputOf } from './execution';
import { world } from './world';

const REPLIED = 4;

const SearchPage = z.object({ pagination: z.object({ total: z.number().positive() }) });

async function repliedInAccount(): Promise<number> {
	const { baseUrl, apiKey } = world.sandbox.kakiyo;
	const response = await fetch(`${baseUrl}/prospects/search?status=${REPLIED}&limit=1`, {
		headers: { authorization: `Bearer ${apiKey}` },
	});
	return SearchPage.parse(await response.json()).pagination.total;
}

describe('the example workflow "Daily search of prospects who replied"', () => {
	beforeEach(async () => await control('reset'));

	test('finds every prospect who replied, and nobody else', async () => {
		const client = await N8nClient.login(world.n8nUrl);
		const workflow = linkCredentials(await readExample('daily-search-of-prospects-who-replied'), world.credentials);
		const workflowId = await client.saveWorkflow(workflow);

		const execution = await client.execute(workflowId, 'Every Day at 8');

		expectSuccess(execution);
		const found = outputOf(execution, 'Prospects Who Replied').map(({ json }) => json);
		expect(found).toHaveLength(await repliedInAccount());
		expect(found.filter(({ status }) => status !== REPLIED)).toEqual([]);
		expect(new Set(found.map(({ chatId }) => chatId)).size).toBe(found.length);
	});
});
