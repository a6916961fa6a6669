import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { placeIn, placeOf } from './endpoints';
import { useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('workflow');

const first = () => bench.state.workflows[0];
const id = () => first()?.id ?? '';
const workflowId = () => byId(id());

describe('workflow', () => {
	it('creates a workflow with its steps and the other fields', async () => {
		await rows('create', {
			name: 'Qualify',
			steps: '[{"agent_id": "a1"}]',
			options: { additionalBody: '{"schedule": {"cron": "0 8 * * *"}}' },
		});
		expect(sent()).toEqual([
			{
				to: placeIn('workflow', 'create'),
				body: { name: 'Qualify', steps: [{ agent_id: 'a1' }], schedule: { cron: '0 8 * * *' } },
			},
		]);
		expect(bench.state.workflows.at(-1)).toMatchObject({ name: 'Qualify' });
	});

	it('takes steps as an array only', async () => {
		const { error } = await run('create', { name: 'Qualify', steps: '{"agent_id": "a1"}' });
		expect(error?.message).toBe('"Steps (JSON)" has wrong content: must be an array of steps');
		expect(sent()).toEqual([]);
	});

	it('replaces the whole definition by an update', async () => {
		expect(first()).toHaveProperty('schedule');
		await rows('update', { workflowId: workflowId(), definition: '{"name": "Other", "steps": [{}]}' });
		expect(sent()).toEqual([
			{ to: placeIn('workflow', 'update', { workflowId: id() }), body: { name: 'Other', steps: [{}] } },
		]);
		expect(first()).not.toHaveProperty('schedule');
	});

	it('does not replace a definition by an empty one', async () => {
		const { error } = await run('update', { workflowId: workflowId() });
		expect(error?.message).toBe('There is nothing to update');
		expect(sent()).toEqual([]);
	});

	it.each([
		['{{ JSON.stringify({ name: "New", steps: $json.step }) }}', 'steps'],
		['{"name": "New", "steps": [{{ $json.step }}] }', 'steps'],
		['{{ { name: "New", steps: $json.step ?? null } }}', 'steps'],
		['{{ { name: "New", steps: [$json.step ?? null] } }}', 'steps'],
		['{"name": "New", "steps": "{{ $json.step }}" }', 'steps'],
	])('does not erase a part by an update whose expression finds nothing: %s', async (definition, part) => {
		const { error } = await run('update', { workflowId: workflowId(), definition: `=${definition}` });
		expect([error?.message, sent()]).toEqual([`"${part}" is empty in "Definition (JSON)"`, []]);
	});

	it.each([
		['{{ { name: "New", steps: $json.step } }}', 'steps'],
		['{{ { name: "New", steps: [$json.step] } }}', 'steps[0]'],
		['{{ { name: $json.step, steps: [{}] } }}', 'name'],
		['{{ { name: "New", steps: [{}], schedule: $json.shedule } }}', 'schedule'],
		['{{ { name: "New", steps: [{ agent: $json.agent }] } }}', 'steps[0].agent'],
	])('an update whose expression brings undefined erases no part: %s', async (definition, place) => {
		const { error } = await run('update', { workflowId: workflowId(), definition: `=${definition}` });
		expect([error?.message, sent()]).toEqual([
			`"Definition (JSON)" has undefined in "${place}": a value is missing`,
			[],
		]);
		expect(first()).toHaveProperty('schedule');
	});

	it('sends null and empty texts of a definition, which replaces all', async () => {
		const definition = { name: 'New', steps: [{ note: '' }], schedule: null };
		await rows('update', { workflowId: workflowId(), definition: '={{ $json }}' }, { items: [definition] });
		expect(sent().map(({ body }) => body)).toEqual([definition]);
	});

	it('repeats an update after a doubtful answer, because the outcome is the same', async () => {
		bench.control.fail({ ...placeOf('workflow', 'update'), kind: 'resetAfterHandler' });
		await rows('update', { workflowId: workflowId(), definition: '{"name": "Other", "steps": [{}]}' });
		expect(sent()).toHaveLength(2);
	});

	it('lists, gets and deletes workflows', async () => {
		expect(await rows('getAll', { returnAll: true })).toHaveLength(3);
		expect(await rows('get', { workflowId: workflowId() })).toMatchObject([{ id: id(), name: 'New lead' }]);
		const deleted = workflowId();
		expect(await rows('delete', { workflowIdToDelete: deleted })).toEqual([
			{ deleted: true, workflow_id: deleted.value },
		]);
		expect(bench.state.workflows).toHaveLength(2);
	});

	it('starts a run and reads runs', async () => {
		const [started] = await rows(
			'run',
			{ workflowId: workflowId(), inputJson: '={{ $json }}' },
			{ items: [{ lead: 7 }] },
		);
		expect(sent()).toEqual([{ to: placeIn('workflow', 'run', { workflowId: id() }), body: { input: { lead: 7 } } }]);
		expect(await rows('getRuns', { workflowId: workflowId() })).toContainEqual(
			expect.objectContaining({ id: started?.id }),
		);
		expect(await rows('getRun', { workflowId: workflowId(), runId: String(started?.id) })).toMatchObject([
			{ input: { lead: 7 } },
		]);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
