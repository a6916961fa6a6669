import { describe, expect, it } from '@jest/globals';

import { byId } from '../kakiyo';
import { useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('agent', { but: ['setup'] });

const agents = () => bench.control.kakiyoState().agents;
const idOf = (name: string): string => agents().find((agent) => agent.name === name)?.id ?? '';
const running = () => byId(idOf('Dana R'));
const ended = () => byId(idOf('Luca M'));

describe('agent', () => {
	it('lists agents up to the limit', async () => {
		expect(await rows('getAll', { returnAll: true })).toHaveLength(3);
		expect(await rows('getAll', { limit: 2 })).toHaveLength(2);
		expect(sent()).toEqual([{ to: 'GET /agents' }, { to: 'GET /agents' }]);
	});

	it('gets an agent with its usage', async () => {
		const [agent] = await rows('get', { agentId: running() });
		expect(agent).toMatchObject({ name: 'Dana R', usage: { messages: 88 } });
	});

	it('creates an agent without a body when nothing is filled in', async () => {
		const [created] = await rows('create');
		expect(sent()).toEqual([{ to: 'POST /agents' }]);
		expect(agents().find(({ id }) => id === created?.id)?.status).toBe('setup_needed');
	});

	it('creates an agent with the filled-in fields', async () => {
		await rows('create', {
			additionalFields: {
				name: 'Ada L',
				email: 'ada@acme.example',
				startTime: '08:30',
				endTime: '16:00',
				timezone: 'Europe/Paris',
				workingDays: ['friday', 'monday'],
				dailyMessages: 30,
			},
		});
		expect(sent()).toEqual([
			{
				to: 'POST /agents',
				body: {
					name: 'Ada L',
					email: 'ada@acme.example',
					workingHours: { start: '08:30', end: '16:00', timezone: 'Europe/Paris', days: ['monday', 'friday'] },
					limits: { dailyMessages: 30 },
				},
			},
		]);
		expect(idOf('Ada L')).not.toBe('');
	});

	it('finds the ID of a created agent in either documented reply', async () => {
		bench.control.fail({
			method: 'POST',
			path: '/agents',
			kind: 'status',
			status: 201,
			body: { message: 'Created', agent: { id: 'agent_nested', name: 'New' } },
		});
		const [created] = await rows('create');
		expect(created).toMatchObject({ id: 'agent_nested', agent: { name: 'New' } });
	});

	it('updates the filled-in fields and leaves the rest', async () => {
		const id = idOf('Dana R');
		await rows('update', {
			agentId: byId(id),
			updateFields: {
				workingDays: ['tuesday', 'saturday'],
				endTime: '18:15',
				messagesMax: 40,
				invitationsMin: 5,
				skipInNetwork: false,
			},
		});
		expect(sent()).toEqual([
			{
				to: `PUT /agents/${id}`,
				body: {
					workingHours: { stop: '18:15', days: '0:1:0:0:0:1:0' },
					limits: { messagesMax: 40, invitationsMin: 5 },
					settings: [{ key: 'skipInNetwork', value: false }],
				},
			},
		]);
		expect(agents().find((agent) => agent.id === id)).toMatchObject({
			workingHours: { days: '0:1:0:0:0:1:0', start: '09:00', stop: '18:15' },
			limits: { messagesMax: 40 },
			settings: { skipInNetwork: false },
		});
	});

	it.each([
		[{}, 'There is nothing to update'],
		[{ startTime: 'nine' }, '"Start Time" must be a time (got "nine")'],
		[{ endTime: '25:00' }, '"End Time" must be a time (got "25:00")'],
		[{ workingDays: [] }, 'There is nothing to update'],
		[{ workingDays: ['someday'] }, '"Working Days" must hold days of the week (got "someday")'],
	])('refuses %j without a request', async (updateFields, message) => {
		const { error } = await run('update', { agentId: running(), updateFields });
		expect(error?.message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('pauses and resumes', async () => {
		const id = idOf('Dana R');
		await rows('pause', { agentId: byId(id) });
		expect(agents().find((agent) => agent.id === id)?.status).toBe('paused');
		await rows('resume', { agentId: byId(id) });
		expect(agents().find((agent) => agent.id === id)?.status).toBe('running');
		expect(sent()).toEqual([{ to: `POST /agents/${id}/pause` }, { to: `POST /agents/${id}/resume` }]);
	});

	it('relaunches an agent that has ended', async () => {
		await rows('relaunch', { agentId: ended() });
		expect(agents().find(({ name }) => name === 'Luca M')?.status).toBe('setup_needed');
	});

	it('deletes an agent that has ended, and explains why not another one', async () => {
		const deleted = ended();
		expect(await rows('delete', { agentIdToDelete: deleted })).toEqual([
			{ deleted: true, message: 'Agent deleted successfully', agentId: deleted.value },
		]);
		expect(idOf('Luca M')).toBe('');
		const { error } = await run('delete', { agentIdToDelete: running() });
		expect(error?.message).toBe('The agent’s status does not allow this');
	});

	it('names an unknown agent', async () => {
		const { error } = await run('get', { agentId: byId('agent_x') });
		expect(error?.message).toBe('Kakiyo has no Agent ID "agent_x"');
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
