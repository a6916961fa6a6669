import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { editor } from '../editor';
import { goneAddress, Stand } from '../stand';
import { withFreshLimits } from './listServer';
import { VENDORS } from './vendors';
import { everyOne } from '../../support/everyOne';

const stand = new Stand();

beforeAll(async () => await stand.start());
afterAll(() => stand.stop());

type Search = (this: ILoadOptionsFunctions) => Promise<unknown>;

/** What a dropdown has not: items, options of the node, a second try of its own. */
const OF_ITEMS = /\bitems?\b|Max Wait|Request Options|run .*again/i;

describe.each(VENDORS)('a dropdown of $name', ({ node, bench: benchOf, name: vendorName }) => {
	const bench = withFreshLimits(benchOf());
	// Of fields, the documented ones are offered where the vendor does not answer.
	const methods = Object.entries<Search>({ ...node.methods.listSearch, ...node.methods.loadOptions }).filter(
		([name]) => !name.startsWith('clearable'),
	);
	const opened =
		(search: Search) =>
		async (baseUrl: string, apiKey = 'k'.repeat(40)) => {
			return await search.call(editor(node, bench.credential({ apiKey, baseUrl }))).then(
				() => undefined,
				(error: { message: string; description?: string }) => `${error.message} ${error.description ?? ''}`,
			);
		};

	it.each(methods)('%s mentions the list when it fails, for any reason', async (_, search) => {
		const open = opened(search);
		const answering = async (status: number, headers: Record<string, string> = {}) => {
			stand.answer = (response) =>
				response.writeHead(status, { 'content-type': 'application/json', ...headers }).end('{}');
			return await open(`${stand.origin}/v1`);
		};
		const texts = {
			refused: await open(await goneAddress()),
			address: await open('vendor.test'),
			key: await open(stand.origin, ''),
			limit: await answering(429, { 'retry-after': '3600' }),
			credits: await answering(402),
			badRequest: await answering(400),
			outage: await answering(500),
			redirect: await answering(302, { location: 'https://elsewhere.test' }),
		};
		for (const [reason, text] of everyOne(Object.entries(texts))) {
			expect(text).toBeDefined();
			expect({ reason, text }).toEqual({ reason, text: expect.not.stringMatching(OF_ITEMS) });
		}
		expect(texts.limit).toMatch(/used up until .*open the list again/);
		expect(texts.refused).toContain('the connection was refused');
		expect(texts.refused).toContain(vendorName);
	});
});
