import { describe, expect, it } from '@jest/globals';

import { automatic, mapped } from '../kayse';
import { retryOnFail, useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('caseList');

/** Of the seed: 34 lists from 501 on; the cases of "mass tort" are 9001 and 9002. */
const SEEDED = 34;
const filter = { case_type_ids: [21] };
const listOf = (id: unknown) => bench.state.caseLists.find((list) => list.id === id);
const created = () => bench.state.caseLists.slice(SEEDED);

describe('case list: get many', () => {
	it.each(['data', 'bare', 'lists'] as const)('loses and repeats no list across pages (%s)', async (listShape) => {
		bench.control.configureKayse({ listShape });
		bench.control.addKayseRecords({ caseLists: 200 });
		const lists = await rows('getAll', { returnAll: true });
		expect(lists.map(({ id }) => id)).toEqual(bench.state.caseLists.map(({ id }) => id));
		expect(lists).toHaveLength(SEEDED + 200);
		const pages = sent().map(({ query }) => query);
		expect(pages.slice(0, 3)).toEqual([
			{ page_size: '100' },
			{ page_size: '99', page: '2' },
			{ page_size: '98', page: '3' },
		]);
	});

	it('requests no page after the last full one, if Kayse returns the number of lists', async () => {
		bench.control.addKayseRecords({ caseLists: 198 - SEEDED });
		expect(await rows('getAll', { returnAll: true })).toHaveLength(198);
		expect(sent()).toHaveLength(2);
	});

	it('requests no more than wanted', async () => {
		bench.control.addKayseRecords({ caseLists: 100 });
		expect(await rows('getAll', { limit: 3 })).toHaveLength(3);
		expect(await rows('getAll', { limit: 120 })).toHaveLength(120);
		expect(sent().map(({ query }) => query)).toEqual([
			{ page_size: '3' },
			{ page_size: '100' },
			{ page_size: '99', page: '2' },
		]);
	});

	it('filters, on every page', async () => {
		bench.control.addKayseRecords({ caseLists: 150 });
		const found = await rows('getAll', { returnAll: true, filters: { search: 'VOLUME', hideEmpty: false } });
		expect(found).toHaveLength(150);
		expect(sent()).toMatchObject([
			{ query: { key: 'VOLUME', hide_empty: 'false' } },
			{ query: { key: 'VOLUME', hide_empty: 'false', page: '2' } },
		]);
	});

	it('hides lists without cases', async () => {
		const found = await rows('getAll', { returnAll: true, filters: { hideEmpty: true } });
		expect(found.length).toBeGreaterThan(0);
		expect(found).toHaveLength(bench.state.caseLists.filter(({ case_ids }) => case_ids.length > 0).length);
		expect(found.every(({ case_count }) => Number(case_count) > 0)).toBe(true);
	});
});

describe('case list: create', () => {
	it('sends each field in the type of Kayse', async () => {
		const fields = mapped({
			name: 'Water',
			description: '',
			filter: JSON.stringify(filter),
			include_ids: '9003, 9004',
			exclude_ids: '[9001]',
			is_obo: 'yes',
		});
		const [list] = await rows('create', { fields });
		expect(sent()).toEqual([
			{
				to: 'POST /case_lists',
				body: { name: 'Water', filter, include_ids: [9003, 9004], exclude_ids: [9001], is_obo: true },
			},
		]);
		expect(list).toMatchObject({ name: 'Water', case_count: 3 });
		expect(listOf(list?.id)?.case_ids.sort()).toEqual([9002, 9003, 9004]);
	});

	it('needs no filter for a list without members', async () => {
		expect(await rows('create', { fields: mapped({ name: 'Later' }) })).toMatchObject([
			{ name: 'Later', case_count: 0 },
		]);
	});

	it.each<[Record<string, string>, string]>([
		[{ name: 'A', include_ids: '9001' }, '"Include Case IDs" and "Exclude Case IDs" need "Filter"'],
		[{ name: 'A', exclude_ids: '9001' }, '"Include Case IDs" and "Exclude Case IDs" need "Filter"'],
		[{ name: 'A', filter: '[21]' }, '"Filter" must be a JSON object (got "[21]")'],
		[
			{ name: 'A', filter: '{ "case_type_ids": [25] }', include_ids: '9001,x' },
			'"Include Case IDs" must be an ID (got "x")',
		],
		[{ name: 'A', filter: '{}' }, '"Filter" is empty, which may mean all cases of the firm'],
		[{ name: 'A', filter: '{ "case_type_ids": [] }' }, '"Filter" has an empty "case_type_ids"'],
		[{ name: 'A', filter: '{ "status_ids": [30], "case_type_ids": [null] }' }, '"Filter" has an empty "case_type_ids"'],
		[
			{ name: 'A', filter: '{ "case_type_ids": ["<id>"] }' },
			'"Filter" must have only IDs under "case_type_ids" (got "‹id>")',
		],
		[
			{ name: 'A', filter: '{ "case_type_ids": [25, "all"] }' },
			'"Filter" must have only IDs under "case_type_ids" (got "all")',
		],
		[{ name: 'A', filter: '{ "filter": { "case_type_ids": [25] } }' }, '"Filter" has "case_type_ids" within "filter"'],
		[{ description: 'No name' }, '"Name" must be filled in for a case list'],
	])('creates nothing for %j', async (value, message) => {
		const { error } = await run('create', { fields: mapped(value) });
		expect(error?.message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('creates the same list once for several items, and never again after a doubtful answer', async () => {
		bench.control.fail({ method: 'POST', path: '/case_lists', kind: 'resetAfterHandler', skip: 1 });
		const { items } = await run(
			'create',
			{ fields: mapped({ name: '={{ $json.name }}' }) },
			{
				items: [{ name: 'One' }, { name: 'One' }, { name: 'Two' }],
				settings: { ...retryOnFail, onError: 'continueRegularOutput' },
			},
		);
		expect(items.map(({ json }) => json.duplicateOfItem)).toEqual([undefined, 0, undefined]);
		expect(items[2]?.json.details).toMatchObject({ outcome: 'unknown' });
		expect(created().map(({ name }) => name)).toEqual(['One', 'Two']);
	});
});

describe('case list: create or update', () => {
	const fields = (value: Record<string, string>) => ({ fields: mapped({ id: '={{ $json.id }}', ...value }) });

	it('puts new and known lists into one request, and gives each item its own result', async () => {
		const items = [{ name: 'New' }, { id: '501', name: 'Changed' }];
		const { items: output } = await run(
			'upsert',
			fields({ name: '={{ $json.name }}', filter: JSON.stringify(filter), include_ids: '9003' }),
			{ items },
		);
		expect(sent()).toEqual([
			{
				to: 'POST /case_lists/bulk',
				body: {
					lists: [
						{ name: 'New', filter, include_ids: [9003] },
						{ id: 501, name: 'Changed', filter, include_ids: [9003] },
					],
				},
			},
		]);
		expect(output.map(({ json }) => json)).toEqual([
			{ name: 'New', id: 501 + SEEDED, action: 'created' },
			{ name: 'Changed', id: 501, action: 'updated' },
		]);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(listOf(501)).toMatchObject({ name: 'Changed', case_ids: [9001, 9002, 9003] });
	});

	it('does not update without the filter, because the list would lose its members', async () => {
		const { error } = await run('upsert', fields({ name: 'Changed' }), { items: [{ id: 501 }] });
		expect(error?.message).toBe('"Filter" is missing. An update of a case list needs it');
		expect(sent()).toEqual([]);
		expect(listOf(501)?.case_ids).toEqual([9001, 9002]);
	});

	it.each([
		[
			'an expression finds nothing',
			fields({ name: 'Changed', filter: JSON.stringify(filter), exclude_ids: '={{ $json.leave }}' }),
			{ id: 501 },
		],
		[
			'a column is empty',
			{ fields: automatic() },
			{ id: 501, name: 'Changed', filter: JSON.stringify(filter), 'Exclude IDs': '' },
		],
	])('does not update, but creates, if %s: the list might lose values', async (_, parameters, item) => {
		const { error } = await run('upsert', parameters, { items: [item] });
		expect(error?.message).toBe(
			'The update was not sent: the item has no value for "Exclude Case IDs" of the case list, so the update might empty it',
		);
		expect(sent()).toEqual([]);
		const { items } = await run('upsert', parameters, { items: [{ ...item, id: '' }] });
		expect(items).toMatchObject([{ json: { action: 'created' } }]);
	});

	it('finds the row that Kayse refuses, and the others go through (On Error = Continue)', async () => {
		bench.control.configureKayse({ bulkErrors: 'anonymous' });
		const items = [{ name: 'One' }, { id: 4711, name: 'Unknown' }, { name: 'Three' }, { id: 'abc', name: 'Unfit' }];
		const { items: output, errors } = await run(
			'upsert',
			fields({ name: '={{ $json.name }}', filter: '{ "case_type_ids": [987654] }' }),
			{
				items,
				settings: { onError: 'continueErrorOutput' },
			},
		);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(errors.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 3 }]);
		expect(errors[0]?.json.details).toMatchObject({ httpCode: '400' });
		expect(errors[1]?.json.error).toBe('"ID" must be an ID (got "abc")');
		expect(created().map(({ name }) => name)).toEqual(['One', 'Three']);
	});

	it('reaches every endpoint of its part of the API', () => expectAllEndpointsReached());
});
