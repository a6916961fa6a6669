import { describe, expect, it } from '@jest/globals';

import { byId } from '../kakiyo';
import { useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('workspace');

const workspaces = () => bench.control.kakiyoState().workspaces;
const workspaceId = byId('ws_001');
const email = 'client@acme.example';
const agent = (id: string) => bench.control.kakiyoState().agents.find((one) => one.id === id);

describe('workspace', () => {
	it('creates, lists and deletes workspaces', async () => {
		const [created] = await rows('create', { name: 'Beta Corp' });
		expect(await rows('getAll')).toMatchObject([{ name: 'Acme' }, { id: created?.id, name: 'Beta Corp' }]);
		expect(await rows('delete', { workspaceIdToDelete: byId(String(created?.id)) })).toMatchObject([
			{ deleted: true, stats: { agentsUnassigned: 0 } },
		]);
		expect(workspaces().map(({ name }) => name)).toEqual(['Acme']);
	});

	it('invites a client with roles from a comma-separated text, and removes it with a body', async () => {
		await rows('inviteClient', {
			workspaceId,
			email,
			additionalFields: { roles: 'member, admin', redirectUrl: 'https://acme.example' },
		});
		expect(workspaces()[0]?.clientEmails).toEqual([email]);
		expect(await rows('removeClient', { workspaceId, emailToRemove: email })).toEqual([
			{ deleted: true, message: 'Client removed from workspace', email },
		]);
		expect(workspaces()[0]?.clientEmails).toEqual([]);
		expect(sent()).toEqual([
			{
				to: 'POST /workspaces/ws_001/invite',
				body: { email, roles: ['member', 'admin'], redirectUrl: 'https://acme.example' },
			},
			{ to: 'DELETE /workspaces/ws_001/clients', body: { email } },
		]);
	});

	it('assigns and unassigns an agent', async () => {
		const [assigned] = await rows('assignAgent', { workspaceId, agentId: byId('agent_001') });
		expect(assigned).toMatchObject({ agentId: 'agent_001', propagated: { campaigns: 45 } });
		expect(agent('agent_001')?.workspaceId).toBe('ws_001');
		const [unassigned] = await rows('unassignAgent', { workspaceId, agentIdToUnassign: byId('agent_001') });
		expect(unassigned).toMatchObject({ message: 'Agent unassigned from workspace' });
		expect(agent('agent_001')?.workspaceId).toBeNull();
	});

	it('names both IDs when one of them is unknown', async () => {
		const { error } = await run('assignAgent', { workspaceId, agentId: byId('agent_x') });
		expect(error?.message).toBe('Kakiyo has no Workspace ID "ws_001", Agent ID "agent_x"');
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
