import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { placeIn, placeOf } from './endpoints';
import { useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('agent');

const firstAgent = () => bench.state.agents[0];
const id = () => firstAgent()?.id ?? '';
const agentId = () => byId(id());
const seededRun = () => bench.state.runs.find(({ started_by }) => started_by.id === id())?.id ?? '';

describe('agent: create', () => {
	it('sends the documented request and returns the documented answer', async () => {
		const [created] = await rows('create', { name: 'Lead Qualifier', model: 'auto', contextSources: ['crm'] });
		expect(sent()).toEqual([
			{ to: placeIn('agent', 'create'), body: { name: 'Lead Qualifier', model: 'auto', context: ['crm'] } },
		]);
		expect(created).toEqual({
			id: bench.state.agents.at(-1)?.id,
			name: 'Lead Qualifier',
			status: 'active',
			created_at: expect.any(String),
		});
	});

	it('leaves out empty fields, and lets KAIRO choose the model by default', async () => {
		await rows('create', { name: 'A' });
		await rows('create', { name: 'A', model: '', contextSources: [], options: { additionalBody: '' } });
		expect(sent().map(({ body }) => body)).toEqual([{ name: 'A', model: 'auto' }, { name: 'A' }]);
	});

	it('merges Additional Body last', async () => {
		const additionalBody = '{"model": "kairo-large", "tools": ["look_up_order"]}';
		await rows('create', { name: 'A', contextSources: ['crm', 'crm'], options: { additionalBody } });
		expect(sent()[0]?.body).toEqual({ name: 'A', model: 'kairo-large', context: ['crm'], tools: ['look_up_order'] });
		expect(bench.state.agents.at(-1)).toMatchObject({ model: 'kairo-large', tools: [{ name: 'look_up_order' }] });
	});

	it('is not done again after a doubtful answer, and says how to look it up', async () => {
		bench.control.fail({ ...placeOf('agent', 'create'), kind: 'resetAfterHandler' });
		const { error } = await run(
			'create',
			{ name: 'A' },
			{ settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } },
		);
		expect(error?.message).toMatch(/^The outcome is unknown/);
		expect(error?.description).toContain('Check with Agent > Get Many whether it exists.');
		expect(sent()).toHaveLength(1);
	});
});

describe('agent: the others', () => {
	it('lists agents up to the limit, with documented parameters only', async () => {
		expect(await rows('getAll', { returnAll: true })).toHaveLength(4);
		expect(await rows('getAll', { limit: 2 })).toHaveLength(2);
		expect(sent()).toEqual([{ to: placeIn('agent', 'getAll') }, { to: placeIn('agent', 'getAll') }]);
	});

	it('sends the query parameters that the user names', async () => {
		const parameters = [
			{ name: 'status', value: 'active' },
			{ name: ' limit ', value: '3' },
			{ name: 'name', value: '' },
		];
		expect(await rows('getAll', { queryParameters: { parameters } })).toHaveLength(3);
		expect(sent()).toEqual([{ to: placeIn('agent', 'getAll'), query: { status: 'active', limit: '3' } }]);
	});

	it('gets an agent', async () => {
		expect(await rows('get', { agentId: agentId() })).toMatchObject([{ id: id(), name: firstAgent()?.name }]);
	});

	it('updates the filled-in fields and leaves the rest', async () => {
		await rows('update', {
			agentId: agentId(),
			updateFields: { name: 'New', clearContextSources: true, additionalBody: '{"note": 1}' },
		});
		expect(sent()).toEqual([
			{ to: placeIn('agent', 'update', { agentId: id() }), body: { name: 'New', context: [], note: 1 } },
		]);
		expect(firstAgent()).toMatchObject({ name: 'New', model: 'auto', context: [], note: 1 });
	});

	it.each(['={{ $json.nothing }}', '={{ null }}', '={{ [null] }}'])(
		'leaves the context sources when %s finds nothing',
		async (contextSources) => {
			await rows('update', { agentId: agentId(), updateFields: { name: 'New', contextSources } });
			expect(sent()[0]?.body).toEqual({ name: 'New' });
			const { error } = await run('update', { agentId: agentId(), updateFields: { contextSources } });
			expect(error?.message).toBe('There is nothing to update');
		},
	);

	it.each(['={{ $json.nothing }}', '={{ null }}', '={{ [] }}'])(
		'keeps the context sources when %s does not find the new ones',
		async (contextSources) => {
			const updateFields = { clearContextSources: true, contextSources };
			const { error } = await run('update', { agentId: agentId(), updateFields });
			expect([error?.message, sent()]).toEqual(['"Context Sources" is empty', []]);
		},
	);

	it.each([
		['create', () => ({ name: 'A', contextSources: ['={{ $json.nothing }}', 'crm', '={{ null }}'] })],
		[
			'update',
			() => ({ agentId: agentId(), updateFields: { contextSources: ['={{ $json.nothing }}', 'crm', '={{ null }}'] } }),
		],
	])('%s refuses objects, and context sources that an expression does not find', async (operation, fields) => {
		const missing = await run(operation, fields());
		expect([missing.error?.message, sent()]).toEqual([expect.stringContaining('"Context Sources" has'), []]);
		const objects = '={{ [{ key: "crm" }] }}';
		const { error } = await run(operation, {
			...fields(),
			contextSources: objects,
			updateFields: { contextSources: objects },
		});
		expect(error?.message).toBe('"Context Sources" must be a single value (got an object)');
	});

	it.each([
		['delete', {}],
		['removeTool', { toolId: 't1' }],
		['detachContext', { sourceIdToDetach: byId('crm') }],
	] as const)(
		'%s is doubtful when nothing is found after a doubtful try, because the path may be wrong',
		async (operation, ids) => {
			bench.serveOnlyDocumented();
			bench.control.fail({ ...placeOf('agent', operation), kind: 'status', status: 503 });
			const { error, items } = await run(operation, { agentId: agentId(), agentIdToDelete: agentId(), ...ids });
			expect(items).toEqual([]);
			expect(error?.message).toMatch(/^The outcome is unknown/);
		},
	);

	it('accepts a name that is also an inherited member in JavaScript', async () => {
		await run('getAll', { queryParameters: { parameters: [{ name: 'toString', value: 'x' }] } });
		expect(sent()).toEqual([{ to: placeIn('agent', 'getAll'), query: { toString: 'x' } }]);
	});

	it.each(['__proto__', 'constructor', 'prototype'])('does not lose the query parameter %s silently', async (name) => {
		const { error } = await run('getAll', { queryParameters: { parameters: [{ name, value: 'x' }] } });
		expect(error?.message).toBe(`"Query Parameters" must not contain "${name}": it cannot be sent`);
		expect(sent()).toEqual([]);
	});

	it.each(['{}', '={{ { secret: "", firstMessage: null } }}'])(
		'refuses an update that changes nothing: %s',
		async (additionalBody) => {
			const { error } = await run('update', { agentId: agentId(), updateFields: { additionalBody } });
			expect(error?.message).toBe('There is nothing to update');
			expect(sent()).toEqual([]);
		},
	);

	it('deletes an agent', async () => {
		const deleted = agentId();
		expect(await rows('delete', { agentIdToDelete: deleted })).toEqual([{ deleted: true, agent_id: deleted.value }]);
		expect(bench.state.agents.map((agent) => agent.id)).not.toContain(sent()[0]?.to);
		expect(bench.state.agents).toHaveLength(3);
	});

	it('starts a run on a text or on JSON, and reads runs', async () => {
		const [started] = await rows('run', { agentId: agentId(), input: 'Is it a lead?' });
		expect(started).toEqual({ id: expect.any(String), status: 'queued' });
		await rows('run', {
			agentId: agentId(),
			agentInputType: 'json',
			inputJson: '{"lead": 7}',
			options: { additionalBody: '{"trace": true}' },
		});
		expect(sent()).toEqual([
			{ to: placeIn('agent', 'run', { agentId: id() }), body: { input: 'Is it a lead?' } },
			{ to: placeIn('agent', 'run', { agentId: id() }), body: { input: { lead: 7 }, trace: true } },
		]);
		expect(await rows('getRuns', { agentId: agentId(), returnAll: true })).toContainEqual(
			expect.objectContaining({ input: 'Is it a lead?' }),
		);
		expect(await rows('getRun', { agentId: agentId(), runId: seededRun() })).toMatchObject([
			{ id: seededRun(), agent_id: id() },
		]);
	});

	it('attaches and detaches a context source', async () => {
		expect(await rows('attachContext', { agentId: agentId(), sourceId: byId('handbook') })).toMatchObject([
			{ context: ['crm', 'handbook'] },
		]);
		expect(await rows('detachContext', { agentId: agentId(), sourceIdToDetach: byId('crm') })).toEqual([
			{ deleted: true, agent_id: id(), source_id: 'crm' },
		]);
		expect(sent()).toEqual([
			{ to: placeIn('agent', 'attachContext', { agentId: id() }), body: { source: 'handbook' } },
			{ to: placeIn('agent', 'detachContext', { agentId: id(), sourceId: 'crm' }) },
		]);
		expect(firstAgent()?.context).toEqual(['handbook']);
	});

	it('adds and removes a tool', async () => {
		const schema = '{"type": "object"}';
		const [added] = await rows('addTool', {
			agentId: agentId(),
			name: 'look_up',
			description: 'Finds it',
			additionalFields: { schema },
		});
		expect(sent()[0]?.body).toEqual({ name: 'look_up', description: 'Finds it', schema: { type: 'object' } });
		const toolId = String(added?.id);
		expect(await rows('removeTool', { agentId: agentId(), toolId })).toEqual([
			{ deleted: true, agent_id: id(), tool_id: toolId },
		]);
		expect(firstAgent()?.tools.map((tool) => tool.id)).not.toContain(toolId);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
