import { beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { N8nClient } from '../../demo/client';
import { control } from './control';
import { Example } from './example';
import { outputOf } from './execution';
import { world } from './world';

/** Replied, and what a conversation becomes after it (docs/vendors/kakiyo.md#prospects). */
const REPLIED_OR_LATER = [4, 5, 6];

const SearchPage = z.object({ pagination: z.object({ total: z.number() }) });

async function withStatus(status: number): Promise<number> {
	const { baseUrl, apiKey } = world.sandbox.kakiyo;
	const response = await fetch(`${baseUrl}/prospects/search?status=${status}&limit=1`, {
		headers: { authorization: `Bearer ${apiKey}` },
	});
	return SearchPage.parse(await response.json()).pagination.total;
}

async function repliedInAccount(): Promise<number> {
	let total = 0;
	for (const status of REPLIED_OR_LATER) total += await withStatus(status);
	return total;
}

describe('the example workflow "Daily search of prospects who replied"', () => {
	beforeEach(async () => await control('reset'));

	test('passes on every prospect who replied, no one else, and each on one morning only', async () => {
		const client = await N8nClient.login(world.n8nUrl);
		const example = await Example.import(client, 'daily-search-of-prospects-who-replied');

		const first = await example.run('Every Day at 8');
		const found = outputOf(first, 'Prospects Who Replied').map(({ json }) => json);
		expect(found.length).toBeGreaterThan(0);
		expect(found).toHaveLength(await repliedInAccount());
		expect(found.filter(({ statusCode }) => !REPLIED_OR_LATER.includes(Number(statusCode)))).toEqual([]);
		expect(new Set(found.map(({ chatId }) => chatId)).size).toBe(found.length);

		const second = await example.run('Every Day at 8');
		expect(outputOf(second, 'Search Prospects Who Replied')).toHaveLength(found.length);
		expect(outputOf(second, 'Only Those Not Handed On Yet')).toEqual([]);
	});
});
