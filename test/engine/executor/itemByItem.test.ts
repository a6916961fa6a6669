import { describe, expect, it, jest } from '@jest/globals';
import { ExecuteContext } from 'n8n-core';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { RunOptions } from '../bench';
import { NEXT_NODE, NODE, type EntryPoint, type NodeResult } from '../engine';
import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';

const bench = useKakiyoBench();

const ITEM_BY_ITEM: EntryPoint[] = ['routing', 'one by one'];

/** A run that must go the same way through every entry point. */
interface Scenario {
	what: string;
	parameters: INodeParameters;
	options?: Omit<RunOptions, 'door'>;
	/** Before each run, over fresh seed data. */
	arrange?: () => void;
	/** The result that every entry point must give. */
	check: (result: NodeResult) => void;
}

/** The requests that the vendor got, sorted, because items in flight may arrive in any order. */
const journal = () =>
	bench
		.requests()
		.map(({ method, path, query, body, status }) => JSON.stringify({ method, path, query, body, status }))
		.sort();

/** Members of a row that are about its moment. */
const withoutTimes = (json: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(json).filter(([name]) => !/(At|_at)$/.test(name)));

const rowsOf = (items: NodeResult['items']) =>
	items.map(({ json, ...item }) => ({ ...item, json: withoutTimes(json) }));

const outputOf = ({ items, errors, error }: NodeResult) => ({
	items: rowsOf(items),
	errors: rowsOf(errors),
	error: error && {
		message: error.message,
		description: error.description,
		httpCode: error.httpCode,
		item: error.context?.itemIndex,
	},
});

async function runThrough(
	entryPoint: EntryPoint,
	{ parameters, options, arrange }: Pick<Scenario, 'parameters' | 'options' | 'arrange'>,
) {
	bench.reset();
	arrange?.();
	return await bench.run(parameters, { ...options, entryPoint });
}

const links = (...items: number[]) => items.map((item) => ({ item }));
const linksOf = (items: NodeResult['items']) => items.map(({ pairedItem }) => pairedItem);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

const batches = () => bench.requests('/prospects/batch');
const sizes = () =>
	batches().map(({ body }) =>
		typeof body === 'object' && body && 'prospects' in body && Array.isArray(body.prospects)
			? body.prospects.length
			: 0,
	);

/** @param skip chunks before the one that fails */
const failingChunk =
	(skip: number, status = 403) =>
	() =>
		bench.control.fail({
			method: 'POST',
			path: '/prospects/batch',
			kind: 'status',
			status,
			body: { error: 'forbidden', message: 'no' },
			skip,
		});

/** Two chunks, of 100 rows and of 10. */
const MANY = 110;

const statistics = { resource: 'campaign', operation: 'getStatistics', campaignId: byId('={{ $json.campaign }}') };
/** Of the seed. */
const ANOTHER_CAMPAIGN = '267af01acb7300302730';
const badRow = { name: 'Nobody', url: 'https://example.com/nobody' };
const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;
const [person] = people(1);

const scenarios: Scenario[] = [
	{
		what: '250 rows travel in 3 requests, each with its own result',
		parameters: addProspects,
		options: { items: people(250) },
		check({ items }) {
			expect(sizes()).toEqual([100, 100, 50]);
			expect(items.map(({ json }) => json.name)).toEqual(people(250).map(({ name }) => name));
			expect(linksOf(items)).toEqual(links(...upTo(250)));
		},
	},
	{
		what: 'rows for two campaigns, chosen by an expression, travel apart',
		parameters: { ...addProspects, campaignId: byId('={{ $json.campaign }}') },
		options: {
			items: people(20).map((row, index) => ({
				...row,
				campaign: index % 2 ? ANOTHER_CAMPAIGN : addProspects.campaignId.value,
			})),
		},
		check() {
			expect(sizes()).toEqual([10, 10]);
			expect(bench.acceptedRows()).toBe(20);
		},
	},
	{
		what: 'one unfit row keeps everything back when On Error is Stop',
		parameters: addProspects,
		options: { items: [...people(12), badRow, ...people(2, 12)] },
		check({ error }) {
			expect(bench.requests()).toEqual([]);
			expect(error?.message).toContain('[item 12 of ');
			expect(error?.description).toContain('Not sent: item 0 to 11, 13 to 14');
		},
	},
	{
		what: 'one unfit row is told on its own item when On Error is Continue',
		parameters: addProspects,
		options: { items: [...people(2), badRow, ...people(2, 2)], settings: { onError: 'continueRegularOutput' } },
		check({ items }) {
			expect(linksOf(items)).toEqual(links(0, 1, 2, 3, 4));
			expect(items[2]?.json.error).toContain(
				'"LinkedIn Profile URL" (input field "url") must be a LinkedIn profile address (got "https://example.com/nobody")',
			);
			expect(bench.acceptedRows()).toBe(4);
		},
	},
	{
		what: 'equal contacts are sent once',
		parameters: addProspects,
		options: { items: [...people(3), { name: ' 1, PERSON', url: 'linkedin.com/in/NEW-person-1?utm=x' }] },
		check({ items }) {
			expect(items[3]?.json).toMatchObject({ duplicateOfItem: 1 });
			expect(bench.acceptedRows()).toBe(3);
		},
	},
	{
		what: 'items that bring several rows each keep their links',
		parameters: { resource: 'campaign', operation: 'getAll', limit: '={{ $json.count }}' },
		options: { items: [{ count: 2 }, { count: 1 }, { count: 3 }] },
		check: ({ items }) => expect(linksOf(items)).toEqual(links(0, 0, 1, 2, 2, 2)),
	},
	{
		what: 'a list of several pages comes out whole',
		parameters: { resource: 'campaign', operation: 'getAll', returnAll: true },
		check: ({ items }) => expect(items).toHaveLength(45),
	},
	{
		what: 'On Error = Stop names the item, and what became of the others',
		parameters: statistics,
		options: { items: [{ campaign: 'campaign_001' }, { campaign: 'nowhere' }] },
		check({ error }) {
			expect(error?.message).toBe('Kakiyo has no Campaign ID "nowhere" [item 1 of 2]');
			expect(error?.description).toContain('Done: item 0. Not done: item 1');
			expect(error?.context?.itemIndex).toBe(1);
		},
	},
	{
		what: 'On Error = Stop ends after a chunk that fails',
		parameters: addProspects,
		options: { items: people(MANY) },
		arrange: failingChunk(0),
		check({ error }) {
			expect(error?.description).toContain('Not done: item 0 to 99. Not sent: item 100 to 109');
			expect(error?.context?.itemIndex).toBe(0);
			expect(batches()).toHaveLength(1);
		},
	},
	{
		what: 'On Error = Continue gives the failing chunk’s items their error as data',
		parameters: addProspects,
		options: { items: people(MANY), settings: { onError: 'continueRegularOutput' } },
		arrange: failingChunk(1),
		check({ items }) {
			expect(linksOf(items)).toEqual(links(...upTo(MANY)));
			expect(items.filter(({ json }) => 'error' in json)).toHaveLength(10);
		},
	},
	{
		what: 'the error output gets the failing chunk’s items, with their input',
		parameters: addProspects,
		options: { items: people(MANY), settings: { onError: 'continueErrorOutput' } },
		arrange: failingChunk(1),
		check({ items, errors }) {
			expect(items).toHaveLength(100);
			expect(linksOf(errors)).toEqual(links(...upTo(10).map((index) => 100 + index)));
			expect(errors[0]?.json).toMatchObject({ name: 'Person 100', details: { outcome: 'refused', httpCode: '403' } });
		},
	},
	{
		what: 'Retry On Fail sends only what is missing',
		parameters: addProspects,
		options: { items: people(MANY), settings: retryOnFail },
		arrange: failingChunk(1, 404),
		check({ items, error }) {
			expect(error).toBeUndefined();
			expect(linksOf(items)).toEqual(links(...upTo(MANY)));
			expect(sizes()).toEqual([100, 10, 10]);
			expect(bench.mostRepeated()).toBe(1);
		},
	},
	{
		what: 'Retry On Fail does not repeat an unknown outcome',
		parameters: addProspects,
		options: { items: people(MANY), settings: retryOnFail },
		arrange: () => bench.control.fail({ method: 'POST', path: '/prospects/batch', kind: 'resetAfterHandler', skip: 1 }),
		check({ error }) {
			expect(error?.message).toContain('The outcome is unknown');
			expect(error?.description).toContain('Done: item 0 to 99. Unknown: item 100 to 109');
			expect(sizes()).toEqual([100, 10]);
			expect(bench.mostRepeated()).toBe(1);
		},
	},
	{
		what: 'Retry On Fail with On Error = Continue keeps the good rows done',
		parameters: addProspects,
		options: { items: [badRow, ...people(3)], settings: { ...retryOnFail, onError: 'continueRegularOutput' } },
		check({ items }) {
			expect(linksOf(items)).toEqual(links(0, 1, 2, 3));
			expect(bench.acceptedRows()).toBe(3);
		},
	},
	{
		what: 'Execute Once is obeyed',
		parameters: addProspects,
		options: { items: people(5), settings: { executeOnce: true } },
		check({ items }) {
			expect(linksOf(items)).toEqual(links(0));
			expect(bench.acceptedRows()).toBe(1);
		},
	},
	{
		what: 'a second node of the same type does its own work',
		parameters: addProspects,
		options: {
			items: people(3),
			then: {
				...addProspects,
				campaignId: byId(ANOTHER_CAMPAIGN),
				dataMode: 'defineBelow',
				name: '={{ $json.name }}',
				url: '={{ $json.url }}',
			},
		},
		check({ run }) {
			expect(sizes()).toEqual([3, 3]);
			expect(bench.acceptedRows()).toBe(6);
			expect(run.data.resultData.runData[NEXT_NODE]?.[0]?.data?.main?.[0]).toHaveLength(3);
		},
	},
	{
		what: 'each of three turns of a loop does its own work',
		parameters: addProspects,
		options: { items: people(3), turns: 3 },
		check({ run }) {
			expect(sizes()).toEqual([3, 3, 3]);
			const turns = run.data.resultData.runData[NODE] ?? [];
			expect(turns.map(({ data }) => linksOf(data?.main?.[0] ?? []))).toEqual([
				links(0, 1, 2),
				links(0, 1, 2),
				links(0, 1, 2),
			]);
		},
	},
	{
		what: 'each of three turns of a loop does its own work, though one row fails in each',
		parameters: addProspects,
		options: { items: [badRow, ...people(2)], turns: 3, settings: { onError: 'continueRegularOutput' } },
		check: () => expect(sizes()).toEqual([2, 2, 2]),
	},
	{
		what: 'items that the user spaces go out one by one, and nobody twice',
		parameters: { ...addProspects, requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 20 } } } },
		options: { items: [...people(3), { ...person }] },
		check({ items }) {
			expect(bench.requests('/prospects')).toHaveLength(3);
			expect(items[3]?.json).toMatchObject({ duplicateOfItem: 0 });
		},
	},
	{
		what: 'Request Options may be expressions',
		parameters: {
			...addProspects,
			requestOptions: {
				proxy: '={{ "" }}',
				batching: { batch: { batchSize: '={{ 1 }}', batchInterval: '={{ 10 * 2 }}' } },
			},
		},
		options: { items: people(3) },
		check({ error }) {
			expect(error).toBeUndefined();
			expect(bench.requests('/prospects')).toHaveLength(3);
		},
	},
];

describe.each(scenarios)('$what', ({ check, ...scenario }) => {
	it.each(ITEM_BY_ITEM)('through "%s" as through customOperations', async (entryPoint) => {
		const first = await runThrough('customOperations', scenario);
		check(first);
		const seen = journal();
		const second = await runThrough(entryPoint, scenario);
		check(second);
		expect(outputOf(second)).toEqual(outputOf(first));
		expect(journal()).toEqual(seen);
	});
});

const unresolvable = {
	...addProspects,
	campaignId: byId('={{ $json.name === "Person 2" ? $("Nowhere").item.json.id : "campaign_001" }}'),
};

describe.each(ITEM_BY_ITEM)('an item whose expressions do not resolve, through "%s"', (entryPoint) => {
	it('sends nothing when On Error is Stop, though n8n breaks off in the middle', async () => {
		const { error, items } = await bench.run(unresolvable, { items: people(4), entryPoint });
		expect(error?.message).toContain("Referenced node doesn't exist");
		expect(error?.context?.itemIndex).toBe(2);
		expect(items).toEqual([]);
		expect(bench.requests()).toEqual([]);
	});

	it('does not affect the others when On Error is Continue, in each of three tries', async () => {
		const settings = { ...retryOnFail, onError: 'continueRegularOutput' } as const;
		const { items } = await bench.run(unresolvable, { items: people(4), settings, entryPoint });
		expect(items).toHaveLength(4);
		expect(items.filter(({ json }) => json.importStatus === 'accepted').map(({ pairedItem }) => pairedItem)).toEqual(
			links(0, 1, 3),
		);
		expect(sizes()).toEqual([3]);
		expect(bench.mostRepeated()).toBe(1);
	});
});

describe('an operation that an expression names', () => {
	/** Where n8n cannot know the operation, it wants the required fields of all of them before it starts. */
	const fieldsOfOthers = {
		campaignIds: ['c'],
		chatId: byId('c'),
		listId: 'l',
		prospectId: byId('p'),
		searchUrl: 'https://www.linkedin.com/sales/search',
	};

	const by = (expression: string) => ({ ...addProspects, ...fieldsOfOthers, operation: expression });

	const named = (operations: string[]) =>
		people(operations.length).map((row, index) => ({ ...row, operation: operations[index] ?? '' }));

	const alike: Array<[string, string, boolean]> = [
		['n8n before it took expressions out of Operation', '={{ $json.operation }}', true],
		['n8n of today, which leaves $fromAI()', '={{ $fromAI("operation", "", "string") }}', false],
	];

	it.each(alike)('does the same as one that is chosen: %s', async (_, expression, evaluatesOperation) => {
		const items = named(Array.from({ length: MANY }, () => 'add'));
		const first = await runThrough('customOperations', { parameters: addProspects, options: { items } });
		const seen = journal();
		const second = await runThrough('customOperations', {
			parameters: by(expression),
			options: { items, evaluatesOperation },
		});
		expect(outputOf(second)).toEqual(outputOf(first));
		expect(journal()).toEqual(seen);
		expect(sizes()).toEqual([100, 10]);
	});

	it('is evaluated once for each item', async () => {
		const evaluate = jest.spyOn(ExecuteContext.prototype, 'evaluateExpression');
		await bench.run(by('={{ $json.operation }}'), {
			items: named(Array.from({ length: 20 }, () => 'add')),
			evaluatesOperation: true,
		});
		const evaluations = evaluate.mock.calls.filter(([expression]) => expression.includes('$json.operation'));
		evaluate.mockRestore();
		expect(evaluations).toHaveLength(20);
	});

	it('may be named by the model that uses the node as a tool, with its resource', async () => {
		const parameters = {
			resource: '={{ $fromAI("resource", "", "string") }}',
			operation: '={{ $fromAI("operation", "", "string") }}',
			limit: 2,
			filters: {},
		};
		const answer = await bench.tool(parameters)({ resource: 'campaign', operation: 'getAll' });
		expect(JSON.parse(String(answer))).toMatchObject([{ id: 'campaign_001' }, {}, { shown: 2, hasMore: 'yes' }]);
		expect(bench.requests().map(({ path }) => path)).toEqual(['/campaigns']);
	});

	it('is refused for all items when some items name another operation', async () => {
		const run = async (settings: RunOptions['settings']) =>
			await bench.run(by('={{ $json.operation }}'), {
				items: named(['add', 'search', 'add']),
				evaluatesOperation: true,
				settings,
			});
		const { error } = await run({});
		expect(error?.message).toBe('"Operation" must be the same for all items (got different ones) [item 0 of 3]');
		expect(error?.description).toContain('Use one node for each operation');
		const { items } = await run({ onError: 'continueRegularOutput' });
		expect(items.map(({ json }) => json.error)).toEqual(
			[0, 1, 2].map(() => '"Operation" must be the same for all items (got different ones)'),
		);
		expect(linksOf(items)).toEqual(links(0, 1, 2));
		expect(bench.requests()).toEqual([]);
	});

	it.each([true, false])(
		'is refused when no operation has that name (n8n evaluates it: %s)',
		async (evaluatesOperation) => {
			const { error } = await bench.run(by('={{ "explode" }}'), { items: people(2), evaluatesOperation });
			expect(error?.message).toBe('This node has no such operation [item 0 of 2]');
			expect(error?.description).toContain('from their lists');
			expect(bench.requests()).toEqual([]);
		},
	);

	it('is refused, not guessed, when the current n8n has removed the "="', async () => {
		const { error } = await bench.run(by('={{ "add" }}'), { items: people(2) });
		expect(error?.message).toBe('This node has no such operation [item 0 of 2]');
		expect(bench.requests()).toEqual([]);
	});
});
