import { describe, expect, it } from '@jest/globals';

import { Kayse } from '../../../nodes/Kayse/Kayse.node';
import { editor, scrolled } from '../editor';
import { useKayseBench } from '../kayse';

const type = new Kayse();
const { listSearch } = type.methods;
const bench = useKayseBench();

const found = async (method: keyof typeof listSearch, filter?: string) =>
	await scrolled(editor(type, bench.credential()), listSearch[method], filter);

describe('locators', () => {
	it('offer every case list, page by page', async () => {
		bench.control.addKayseRecords({ caseLists: 120 });
		const { results, pages } = await found('searchCaseLists');
		expect(results.map(({ value }) => value)).toEqual(bench.state.caseLists.map(({ id }) => id));
		expect(results[0]).toEqual({ name: 'Mass Tort Prospects 01', value: 501 });
		expect(pages).toBe(2);
	});

	it('search case lists at Kayse, on every page', async () => {
		bench.control.addKayseRecords({ caseLists: 120 });
		const { results } = await found('searchCaseLists', ' volume ');
		expect(results).toHaveLength(120);
		expect(bench.requests().map(({ query }) => query)).toEqual([
			{ key: 'volume', page_size: '100' },
			{ key: 'volume', page_size: '100', page: '2' },
		]);
	});

	it.each(['bare', 'lists'] as const)('offer case lists in any envelope (%s)', async (listShape) => {
		bench.control.configureKayse({ listShape });
		expect((await found('searchCaseLists')).results).toHaveLength(34);
	});

	it.each(['id', 'campaign_id'] as const)('offer campaigns by their %s', async (campaignIds) => {
		bench.control.configureKayse({ campaignIds });
		expect((await found('searchCampaigns')).results).toEqual([
			{ name: 'Spring intake', value: 71 },
			{ name: 'Court date reminders', value: 72 },
			{ name: 'Mass tort follow-up', value: 73 },
		]);
	});

	it('leave out campaigns that a request cannot name, and say that there are some', async () => {
		bench.control.configureKayse({ campaignIds: 'none' });
		expect((await found('searchCampaigns')).results).toEqual([
			{ name: expect.stringContaining('Not all are shown'), value: '' },
		]);
	});

	it('search campaigns at Kayse', async () => {
		expect((await found('searchCampaigns', 'spring')).results).toEqual([{ name: 'Spring intake', value: 71 }]);
		expect(bench.requests()).toMatchObject([{ query: { key: 'spring' } }]);
	});

	it('say that the key is not accepted', async () => {
		const context = editor(type, bench.credential({ apiKey: 'wrong' }));
		await expect(listSearch.searchCampaigns.call(context)).rejects.toThrow('Kayse did not accept the API key');
	});
});
