import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { useKairoBench } from '../kairo';
import { placeIn, placeOf } from './endpoints';

const bench = useKairoBench();

const agentId = () => byId(bench.state.agents[0]?.id ?? '');
const workflowId = () => byId(bench.state.workflows[0]?.id ?? '');
const sourceId = () => byId(bench.state.sources[0]?.id ?? '');

const lists: Array<[resource: string, operation: string, count: number]> = [
	['agent', 'getAll', 4],
	['workflow', 'getAll', 3],
	['agent', 'getRuns', 4],
	['workflow', 'getRuns', 3],
	['context', 'getSources', 3],
	['context', 'getDocuments', 2],
	['analytics', 'getTraces', 24],
	['analytics', 'getRuns', 24],
];

describe.each(['bare', 'data', 'items', 'results', 'category'] as const)('lists that come as %s', (listShape) => {
	it.each(lists)('%s %s', async (resource, operation, count) => {
		bench.control.configureKairo({ listShape });
		const ids = { agentId: agentId(), workflowId: workflowId(), sourceId: sourceId() };
		const { items } = await bench.run({ resource, operation, returnAll: true, ...ids });
		expect(items).toHaveLength(count);
		expect(items.every(({ json }) => typeof json.id === 'string')).toBe(true);
	});
});

describe('a list with more rows', () => {
	it.each(lists)('%s %s says so instead of leaving rows out', async (resource, operation) => {
		bench.control.configureKairo({ more: true, pageSize: 1 });
		const ids = { agentId: agentId(), workflowId: workflowId(), sourceId: sourceId() };
		const { error } = await bench.run({ resource, operation, ...ids });
		expect(error?.message).toContain('KAIRO sent 1 rows and has more');
		expect(error?.description).toContain('> API Request (GET ');
		const { items } = await bench.run({ resource, operation, ...ids, limit: 1 });
		expect(items).toHaveLength(1);
		expect(bench.requests().map(({ query }) => query)).toEqual([{}, {}]);
	});
});

describe('empty answers', () => {
	it.each([
		['agent', 'update', { updateFields: { name: 'B' } }, { success: true, name: 'B', agent_id: 'agent' }],
		[
			'workflow',
			'update',
			{ definition: '{"name": "B", "steps": [{}]}' },
			{ success: true, name: 'B', workflow_id: 'wf' },
		],
		['context', 'updateSource', { updateFields: { name: 'B' } }, { success: true, name: 'B', source_id: 'src' }],
		['context', 'refreshSource', {}, { success: true, source_id: 'src' }],
	])('to %s %s become a success with the ID', async (resource, operation, fields, expected) => {
		bench.control.configureKairo({ emptyBodies: true });
		const { items } = await bench.run({
			resource,
			operation,
			agentId: agentId(),
			workflowId: workflowId(),
			sourceId: sourceId(),
			...fields,
		});
		const shown = Object.fromEntries(
			Object.entries(items[0]?.json ?? {}).map(([name, value]) => [name, String(value).split('_')[0]]),
		);
		expect(shown).toEqual({ ...expected, success: 'true' });
	});

	it.each(['empty', 'deleted'] as const)('to a deletion count like any other answer: %s', async (deleteAnswer) => {
		bench.control.configureKairo({ deleteAnswer });
		const deleted = agentId();
		const { items } = await bench.run({ resource: 'agent', operation: 'delete', agentIdToDelete: deleted });
		expect(items).toEqual([{ json: { deleted: true, agent_id: deleted.value }, pairedItem: { item: 0 } }]);
	});

	it('to a run that is started', async () => {
		bench.control.fail({ ...placeOf('agent', 'run'), kind: 'empty', status: 202 });
		const { items } = await bench.run({ resource: 'agent', operation: 'run', agentId: agentId(), input: 'A' });
		expect(items.map(({ json }) => json)).toEqual([{ success: true, agent_id: bench.state.agents[0]?.id }]);
	});
});

describe('records in an envelope', () => {
	it.each([
		[{ agent: { id: 'a1' } }, [{ id: 'a1' }]],
		[{ data: { id: 'a1' }, warnings: ['w'] }, [{ data: { id: 'a1' }, warnings: ['w'] }]],
	])('lose nothing: %j', async (body, expected) => {
		bench.control.fail({ ...placeOf('agent', 'get'), kind: 'status', status: 200, body });
		const { items } = await bench.run({ resource: 'agent', operation: 'get', agentId: agentId() });
		expect(items.map(({ json }) => json)).toEqual(expected);
	});

	it('return a row even if they hold none', async () => {
		bench.control.fail({ ...placeOf('agent', 'get'), kind: 'status', status: 200, body: [] });
		const { items } = await bench.run({ resource: 'agent', operation: 'get', agentId: agentId() });
		expect(items.map(({ json }) => json)).toEqual([{ success: true, agent_id: agentId().value }]);
	});

	it('come out of the envelope', async () => {
		bench.control.fail({
			...placeOf('agent', 'get'),
			kind: 'status',
			status: 200,
			body: { data: { id: 'a1', name: 'A' } },
		});
		const { items } = await bench.run({ resource: 'agent', operation: 'get', agentId: agentId() });
		expect(items.map(({ json }) => json)).toEqual([{ id: 'a1', name: 'A' }]);
	});
});

describe('refusals', () => {
	it.each(['nested', 'text', 'message', 'detail', 'title'] as const)(
		'are quoted when they come as %s',
		async (errorShape) => {
			bench.control.configureKairo({ errorShape });
			const { error } = await bench.run({
				resource: 'agent',
				operation: 'create',
				name: 'A',
				options: { additionalBody: '{"context": 1}' },
			});
			expect(error?.message).toBe('KAIRO did not accept the request (status 400)');
			expect(error?.description).toMatch(/^KAIRO says: "context: /);
		},
	);

	it('need no body', async () => {
		bench.control.configureKairo({ errorShape: 'empty' });
		const { error } = await bench.run({ resource: 'agent', operation: 'get', agentId: byId('nobody') });
		expect(error?.message).toBe(
			`KAIRO did not find Agent ID "nobody", or uses another path than ${placeIn('agent', 'get', { agentId: 'nobody' })}`,
		);
	});

	it('of the key say where to create a key', async () => {
		const { error } = await bench.run({ resource: 'agent', operation: 'getAll' }, { apiKey: 'sk_live_wrong' });
		expect(error?.message).toBe('KAIRO did not accept the API key');
		expect(error?.description).toContain('Settings > API Keys');
	});
});

describe('the rate limit', () => {
	const get = () => ({ resource: 'agent', operation: 'get', agentId: agentId() });
	const items = (count: number) => Array.from({ length: count }, () => ({}));
	const refused = () => bench.requests().filter(({ status }) => status === 429);

	it.each([
		['is kept', 100, 130],
		['is kept when it is smaller than the documented one', 20, 50],
	])('%s', async (_, requestsPerWindow, count) => {
		bench.control.configureKairo({ requestsPerWindow, resetUnit: 'secondsLeft' });
		const { items: output } = await bench.run(get(), { items: items(count) });
		expect(output).toHaveLength(count);
		expect(refused()).toEqual([]);
	});

	// The sandbox and the node start their scaled clocks at different times, as hosts whose clocks differ do.
	it.each(['epochSeconds', 'epochMilliseconds'] as const)(
		'loses nothing if it comes as %s by a wrong clock',
		async (resetUnit) => {
			bench.control.configureKairo({ resetUnit });
			const { items: output, error } = await bench.run(get(), { items: items(130) });
			expect(error).toBeUndefined();
			expect(output).toHaveLength(130);
		},
	);
});
