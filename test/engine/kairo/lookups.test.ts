import { describe, expect, it } from '@jest/globals';

import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { editor, scrolled } from '../editor';
import { useKairoBench } from '../kairo';
import { placeIn } from './endpoints';

const type = new Kairo();
const { listSearch } = type.methods;
const bench = useKairoBench();

type Search = keyof typeof listSearch;

const found = async (method: Search, filter?: string) =>
	await scrolled(editor(type, bench.credential()), listSearch[method], filter);

/** What the dropdown shows in place of the list; n8n passes the message on and nothing else. */
const dropdownErrorOf = async (method: Search): Promise<string> =>
	await found(method).then(
		() => '',
		({ message }: { message: string }) => message,
	);

const locators: Array<[Search, number, string, string]> = [
	['searchAgents', 4, 'Intake helper', placeIn('agent', 'getAll')],
	['searchSources', 3, 'CRM', placeIn('context', 'getSources')],
	['searchWorkflows', 3, 'New lead', placeIn('workflow', 'getAll')],
];

describe.each(locators)('%s', (method, count, name, endpoint) => {
	it.each(['bare', 'data', 'category'] as const)(
		'offers every record of a list that comes as %s',
		async (listShape) => {
			bench.control.configureKairo({ listShape });
			const { results } = await found(method);
			expect(results).toHaveLength(count);
			expect(results.map((result) => result.name)).toContain(name);
			expect(results.every(({ value }) => String(value).includes('_'))).toBe(true);
		},
	);

	it('searches by name', async () => {
		expect((await found(method, name.toLowerCase())).results).toMatchObject([{ name }]);
	});

	it('offers the part of a longer list that KAIRO returns, and says that it is not complete', async () => {
		bench.control.configureKairo({ more: true, pageSize: 2 });
		const { results } = await found(method);
		expect(results).toHaveLength(3);
		expect(results.at(-1)).toEqual({ name: expect.stringContaining('Not all are shown'), value: '' });
	});

	it('says that the list is not documented and that By ID works, when the list is missing', async () => {
		bench.serveOnlyDocumented();
		expect(await dropdownErrorOf(method)).toBe(
			`KAIRO found nothing at this address. KAIRO documents no path for this list, and ${endpoint} did not work. Use By ID.`,
		);
	});

	it('says so as well when the answer is not a list', async () => {
		bench.control.fail({
			method: 'GET',
			path: endpoint.replace('GET ', ''),
			kind: 'status',
			status: 200,
			body: { hello: 'world' },
		});
		expect(await dropdownErrorOf(method)).toMatch(
			new RegExp(`^The answer of KAIRO to ${endpoint} has no list\\..*Use By ID`),
		);
	});
});
