import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKairoBench } from '../kairo';

const bench = useKairoBench();

/** As n8n itself refuses required fields that are left empty, but not expressions that find nothing. */
const NOTHING = '={{ $json.nothing }}';
const empty = byId(NOTHING);

const cases: Array<
	[parameters: INodeParameters & { resource: string; operation: string }, message: string, remedy: string]
> = [
	[{ resource: 'agent', operation: 'get', agentId: empty }, '"Agent" is empty', 'Enter a value'],
	[
		{ resource: 'agent', operation: 'delete', agentIdToDelete: byId('..') },
		'"Agent" must be an ID (got "..")',
		'Enter the ID',
	],
	[
		{ resource: 'agent', operation: 'getRun', agentId: byId('a'), runId: NOTHING },
		'"Run ID" is empty',
		'Enter a value',
	],
	[
		{ resource: 'agent', operation: 'attachContext', agentId: byId('a'), sourceId: empty },
		'"Context Source" is empty',
		'Enter a value',
	],
	[
		{ resource: 'agent', operation: 'removeTool', agentId: byId('a'), toolId: NOTHING },
		'"Tool ID" is empty',
		'Enter a value',
	],
	[{ resource: 'agent', operation: 'create', name: NOTHING }, '"Name" is empty', 'Enter a value'],
	[
		{ resource: 'agent', operation: 'create', name: 'A', options: { additionalBody: '{ "a": 1' } },
		'"More Settings (JSON)" is not valid JSON',
		'quotation marks',
	],
	[
		{ resource: 'agent', operation: 'create', name: 'A', options: { additionalBody: '"a"' } },
		'must be an object',
		'Correct the JSON',
	],
	[
		{ resource: 'agent', operation: 'addTool', agentId: byId('a'), name: 'A', additionalFields: { schema: '[1]' } },
		'"Schema (JSON)" has wrong content',
		'Correct the JSON',
	],
	[
		{ resource: 'agent', operation: 'getAll', limit: 0 },
		'"Limit" must be a whole number from 1 (got "0")',
		'how many rows',
	],
	[
		{ resource: 'agent', operation: 'getAll', queryParameters: { parameters: [{ name: '', value: 'x' }] } },
		'"Query Parameters" has a parameter without a name',
		'remove the parameter',
	],
	[
		{
			resource: 'agent',
			operation: 'getAll',
			queryParameters: {
				parameters: [
					{ name: 'a', value: '1' },
					{ name: 'a', value: '2' },
				],
			},
		},
		'"Query Parameters" contains "a" twice',
		'Keep one',
	],
	[{ resource: 'workflow', operation: 'get', workflowId: empty }, '"Workflow" is empty', 'Enter a value'],
	[
		{ resource: 'workflow', operation: 'update', workflowId: byId('w'), definition: '[1]' },
		'"Definition (JSON)" has wrong content',
		'Correct the JSON',
	],
	[
		{ resource: 'workflow', operation: 'create', name: 'A', steps: 'first, second' },
		'"Steps (JSON)" is not valid JSON',
		'quotation marks',
	],
	[{ resource: 'context', operation: 'query', query: ' ' }, '"Query" is empty', 'Enter a value'],
	[
		{ resource: 'context', operation: 'ingestDocument', sourceId: byId('s'), title: 'A', content: NOTHING },
		'"Content" is empty',
		'Enter a value',
	],
	[
		{
			resource: 'context',
			operation: 'ingestDocument',
			sourceId: byId('s'),
			title: 'A',
			documentFrom: 'url',
			url: NOTHING,
		},
		'"URL" is empty',
		'Enter a value',
	],
	[{ resource: 'context', operation: 'getWindow', windowId: NOTHING }, '"Window ID" is empty', 'Enter a value'],
	[{ resource: 'analytics', operation: 'getTrace', traceId: NOTHING }, '"Trace ID" is empty', 'Enter a value'],
	[
		{ resource: 'agent', operation: 'apiRequest', agentMethod: 'POST', body: '{' },
		'"Body (JSON)" is not valid JSON',
		'quotation marks',
	],
	[
		{ resource: 'agent', operation: 'apiRequest', agentMethod: 'POST', body: '3' },
		'"Body (JSON)" has wrong content: must be an object or an array',
		'Correct the JSON',
	],
	[
		{ resource: 'agent', operation: 'apiRequest', pagination: 'cursor', cursorParameter: NOTHING },
		'"Cursor Parameter" is empty',
		'Enter a value',
	],
	[{ resource: 'agent', operation: '={{ "explode" }}' }, 'no such operation', 'from their lists'],
];

describe.each(cases)('%j', (parameters, message, remedy) => {
	it('stops with the fault and a remedy, and sends nothing', async () => {
		const { error, items } = await bench.run(parameters);
		expect(error?.message).toContain(message);
		expect(error?.description).toContain(remedy);
		expect(items).toEqual([]);
		expect(bench.requests()).toEqual([]);
	});

	it('continues with both on the item', async () => {
		const { error, items } = await bench.run(parameters, { settings: { onError: 'continueRegularOutput' } });
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{
				json: {
					error: expect.stringContaining(message),
					details: { description: expect.stringContaining(remedy), outcome: 'input' },
				},
				pairedItem: { item: 0 },
			},
		]);
	});
});

describe('bad items among good ones', () => {
	const items = [{ name: 'A' }, { note: 'without a name' }, { name: 'B' }, { name: ' ', note: 'nameless' }];
	const create = { resource: 'agent', operation: 'create', name: '={{ $json.name }}' };

	it('do not affect the good ones with On Error = Continue', async () => {
		const output = await bench.run(create, { items, settings: { onError: 'continueErrorOutput' } });
		expect(output.items.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual([
			['A', { item: 0 }],
			['B', { item: 2 }],
		]);
		expect(output.errors.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 3 }]);
	});

	it('stop everything with On Error = Stop', async () => {
		const { error } = await bench.run(create, { items });
		expect(error?.message).toBe('"Name" is empty [item 1 of 4]');
		expect(bench.requests()).toEqual([]);
	});
});
