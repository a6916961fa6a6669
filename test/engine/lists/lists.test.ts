import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { CUT_FORMS, FAULTS, FORMS, RIDDLES, rowsOf } from './forms';
import { useListServer, withFreshLimits } from './listServer';
import { listsOf, VENDORS } from './vendors';

const server = useListServer();
const all = rowsOf(130);
const ids = all.map(({ id }) => id);

/** Other parameters that a list needs. */
const COMMON = {
	...Object.fromEntries(['campaignId', 'agentId', 'workflowId', 'sourceId'].map((name) => [name, byId('x')])),
	returnAll: true,
	simplify: false,
};

/** Forms in which every list comes whole. */
const ALWAYS_WHOLE = ['a bare array', '{ data }', 'its own envelope'];

/** The lists that have a way on without a word from the API. */
const PAGED =
	/^Kakiyo (campaign|dnc|prospect)|^Kayse caseList|^KaiCalls (call|event|lead|smsMessage|transcript|usage) /;

/** The lists that have a way on in a form, and so must come whole. */
const WHOLE_IN: Record<string, RegExp> = {
	'{ data, has_more, next_cursor }': /^Kakiyo /,
	'its own envelope with has_more':
		/^Kakiyo (dnc|prospect)|^Kayse caseList|^KaiCalls (call|event|lead|smsMessage|transcript|usage) /,
	'a bare array with after': /^Kakiyo campaign/,
	'{ data } with after': /^Kakiyo campaign/,
	...Object.fromEntries(
		[
			'a total',
			'a total in meta beside the count of the page',
			'a total of the rows from there on',
			'X-Total-Count',
		].map((form) => [form, PAGED]),
	),
	'a cursor in the headers': /^Kakiyo prospect getAll/,
};

describe.each(VENDORS)('the lists of $name', (vendor) => {
	const bench = withFreshLimits(vendor.bench());
	const lists = listsOf(vendor);

	const ask = async (list: string) => {
		const [resource = '', operation = ''] = list.split(' ');
		const { items, error } = await bench.run({ ...COMMON, resource, operation }, { baseUrl: server.baseUrl });
		return { found: items.map(({ json }) => json.id), error: error?.message };
	};

	const wrapOf = (list: string) => vendor.envelopes[list] ?? vendor.envelopes[''];

	const expectWholeOrError = async (list: string, mustBeWhole: boolean) => {
		const { found, error } = await ask(list);
		if (mustBeWhole || error === undefined) expect({ error, found }).toEqual({ error: undefined, found: ids });
		else expect({ error, found }).toEqual({ error: expect.stringMatching(/more|twice|order/), found: [] });
	};

	describe.each(Object.entries(FORMS))('as %s', (name, form) => {
		it.each(lists)('%s: all rows, or a clear error', async (list) => {
			server.serves(form(all, wrapOf(list)));
			await expectWholeOrError(
				list,
				ALWAYS_WHOLE.includes(name) || (WHOLE_IN[name]?.test(`${vendor.name} ${list}`) ?? false),
			);
		});
	});

	describe.each(CUT_FORMS)('as %s', (_, cap, form) => {
		// That a page is cut where no document says so shows only where there is a way on.
		const isKnown = cap >= vendor.leastPage;
		it.each(lists.filter((list) => isKnown || PAGED.test(`${vendor.name} ${list}`)))(
			'%s: all rows, or a clear error',
			async (list) => {
				server.serves(form(all, wrapOf(list)));
				await expectWholeOrError(list, PAGED.test(`${vendor.name} ${list}`));
			},
		);
	});

	describe.each(Object.entries(FAULTS))('as %s with status 200', (_, fault) => {
		it.each(lists)('%s: an error, and no row', async (list) => {
			server.serves(fault(wrapOf(list)));
			const { found, error } = await ask(list);
			expect(found).toEqual([]);
			expect(error).toMatch(/error|empty rows/);
		});
	});

	describe.each(Object.entries(RIDDLES))('as %s', (_, body) => {
		it.each(lists)('%s: an error, and no row', async (list) => {
			server.serves(() => ({ body }));
			const { found, error } = await ask(list);
			expect(found).toEqual([]);
			expect(error).toMatch(/without a list|has no list/);
		});
	});

	if (vendor.figures.length > 0) {
		describe('figures', () => {
			it.each(vendor.figures)('%s: a row each, or an error where there are more', async (list) => {
				for (const form of ['a bare array', '{ data }'] as const) {
					server.serves(FORMS[form]!(all, vendor.envelopes['']));
					expect((await ask(list)).found).toEqual(ids);
				}
				server.serves(FORMS['has_more without a cursor']!(all, (data) => ({ data })));
				expect(await ask(list)).toEqual({ found: [], error: expect.stringContaining('more') });
				server.serves(FAULTS['an error as a record']!((rows) => rows));
				expect(await ask(list)).toEqual({ found: [], error: expect.stringContaining('error') });
			});
		});
	}
});
