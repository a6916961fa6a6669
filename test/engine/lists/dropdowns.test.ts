import { describe, expect, it } from '@jest/globals';
import type { ILoadOptionsFunctions, INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';

import { editor, scrolled } from '../editor';
import { CUT_FORMS, FAULTS, FORMS, RIDDLES, rowsOf } from './forms';
import { useListServer, withFreshLimits } from './listServer';
import { VENDORS } from './vendors';

type Search = (this: ILoadOptionsFunctions, filter?: string, token?: string) => Promise<INodeListSearchResult>;
type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const server = useListServer();
const all = rowsOf(130);
const ids = all.map(({ id }) => id);

describe.each(VENDORS)('the dropdowns of $name', (vendor) => {
	const bench = withFreshLimits(vendor.bench());
	const searches = Object.entries<Search>({ ...vendor.node.methods.listSearch });
	const loads = Object.entries<Load>({ ...vendor.node.methods.loadOptions });
	// These offer fields of records and events, whose form is their own.
	const lists = [...searches.map(([name]) => name), ...loads.map(([name]) => name)].filter(
		(name) => !/^clearable|KaiCalls.*Events/.test(name),
	);
	const offered = lists.filter((name) => !(vendor.name === 'KaiCalls' && name === 'getWebhookEvents'));

	/** What a dropdown offers, without choices that are always there. */
	async function valuesOf(name: string): Promise<unknown[]> {
		const context = editor(vendor.node, bench.credential({ baseUrl: server.baseUrl }));
		const search = searches.find(([each]) => each === name)?.[1];
		const load = loads.find(([each]) => each === name)?.[1];
		const choices = search ? (await scrolled(context, search)).results : ((await load?.call(context)) ?? []);
		return choices.map(({ value }) => value).filter((value) => value !== '*');
	}

	const wrapOf = (name: string) => vendor.choices[name] ?? ((rows: unknown[]) => rows);

	async function expectWholeOrWord(name: string): Promise<void> {
		const values = await valuesOf(name);
		const saysSo = values.at(-1) === '';
		expect({ saysSo, values: saysSo ? values.slice(0, -1) : values }).toEqual({
			saysSo,
			values: saysSo ? ids.slice(0, values.length - 1) : ids,
		});
	}

	describe.each([
		...Object.entries(FORMS),
		...CUT_FORMS.filter(([, cap]) => cap >= vendor.leastPage).map(([name, , form]) => [name, form] as const),
	])('as %s', (_, form) => {
		it.each(offered)('%s: all choices, or a last entry that says that there are more', async (name) => {
			server.serves(form(all, wrapOf(name)));
			await expectWholeOrWord(name);
		});
	});

	describe.each(Object.entries(FAULTS))('as %s with status 200', (_, fault) => {
		it.each(lists)('%s: an error', async (name) => {
			server.serves(fault(wrapOf(name)));
			await expect(valuesOf(name)).rejects.toThrow(/error|empty rows/);
		});
	});

	describe.each(Object.entries(RIDDLES))('as %s', (_, body) => {
		it.each(lists)('%s: an error', async (name) => {
			server.serves(() => ({ body }));
			await expect(valuesOf(name)).rejects.toThrow(/without a list|has no list/);
		});
	});
});

describe('a dropdown with more rows than the node reads', () => {
	const kakiyo = VENDORS[0]!;
	const bench = withFreshLimits(kakiyo.bench());

	it('says that there are more', async () => {
		server.serves(FORMS['a bare array']!(rowsOf(2_300), (rows) => rows));
		const search = Object.entries<Search>({ ...kakiyo.node.methods.listSearch }).find(
			([name]) => name === 'searchAgents',
		)![1];
		const { results } = await search.call(editor(kakiyo.node, bench.credential({ baseUrl: server.baseUrl })), 'row-0');
		expect(results).toHaveLength(101);
		expect(results.at(-1)).toEqual({ name: expect.stringContaining('Not all are shown'), value: '' });
	});
});
