import type { Route } from '../../server/vendor';
import { createWorkspace, inviteClient, removeClient } from '../contract/workspaces';
import { find, notFound, refuse } from '../errors';
import type { Kakiyo } from '../kakiyo';
import type { Workspace } from '../state';
import { plain, withBody } from './builders';

function shown({ id, name, clientTeamId, createdAt }: Workspace) {
	return { id, name, clientTeamId, createdAt };
}

/** Client workspaces, for teams on the Agency plan. */
export function workspaceRoutes(kakiyo: Kakiyo): Route[] {
	function workspaces(): Map<string, Workspace> {
		if (!kakiyo.settings.agencyPlan) throw refuse(403, 'forbidden', 'Workspaces need the Agency plan');
		return kakiyo.state.workspaces;
	}

	const workspace = (id: string | undefined) => find(workspaces(), id, 'Workspace');
	const agent = (id: string | undefined) => find(kakiyo.state.agents, id, 'Agent');

	/** The records that move with an agent into or out of a workspace. */
	function belongings(agentId: string) {
		const { campaigns, conversations } = kakiyo.state;
		const own = [...campaigns.values()].filter((campaign) => campaign.agent === agentId);
		const chats = own.reduce((sum, { id }) => sum + conversations.inCampaign(id).length, 0);
		return { campaigns: own.length, chats, prospects: chats };
	}

	return [
		plain({
			method: 'GET',
			path: '/workspaces',
			handle() {
				const all = [...workspaces().values()].map(shown);
				return { workspaces: all, total: all.length };
			},
		}),
		withBody({
			method: 'POST',
			path: '/workspaces',
			body: createWorkspace,
			status: 201,
			handle({ body: { name } }) {
				const all = workspaces();
				const { ids } = kakiyo.state;
				const created: Workspace = {
					id: ids.next('ws'),
					name,
					clientTeamId: ids.next('team'),
					createdAt: kakiyo.clock.iso(),
					clientEmails: new Set(),
				};
				all.set(created.id, created);
				return shown(created);
			},
		}),
		plain({
			method: 'DELETE',
			path: '/workspaces/:id',
			handle({ params }) {
				const { id } = workspace(params.id);
				const assigned = [...kakiyo.state.agents.values()].filter(({ workspaceId }) => workspaceId === id);
				for (const unassigned of assigned) unassigned.workspaceId = null;
				const moved = assigned.map((one) => belongings(one.id));
				workspaces().delete(id);
				return {
					message: 'Workspace deleted successfully',
					stats: {
						agentsUnassigned: assigned.length,
						campaignsUpdated: moved.reduce((sum, { campaigns }) => sum + campaigns, 0),
						chatsUpdated: moved.reduce((sum, { chats }) => sum + chats, 0),
					},
				};
			},
		}),
		withBody({
			method: 'POST',
			path: '/workspaces/:id/invite',
			body: inviteClient,
			status: 201,
			handle({ params, body: { email } }) {
				const { clientEmails } = workspace(params.id);
				if (clientEmails.has(email)) throw refuse(409, 'already_member', 'This client is a member already');
				clientEmails.add(email);
				const { ids } = kakiyo.state;
				return {
					membershipId: ids.next('m'),
					userId: ids.next('u'),
					email,
					portalUrl: 'https://sandbox.kakiyo.example',
					emailSent: true,
				};
			},
		}),
		withBody({
			method: 'DELETE',
			path: '/workspaces/:id/clients',
			body: removeClient,
			handle({ params, body: { email } }) {
				if (!workspace(params.id).clientEmails.delete(email)) throw notFound('Client');
				return { message: 'Client removed from workspace', email };
			},
		}),
		plain({
			method: 'POST',
			path: '/workspaces/:id/agents/:agentId',
			handle({ params }) {
				const { id: workspaceId } = workspace(params.id);
				const { id: agentId } = Object.assign(agent(params.agentId), { workspaceId });
				return { agentId, workspaceId, propagated: belongings(agentId) };
			},
		}),
		plain({
			method: 'DELETE',
			path: '/workspaces/:id/agents/:agentId',
			handle({ params }) {
				const { id: workspaceId } = workspace(params.id);
				const assigned = agent(params.agentId);
				if (assigned.workspaceId !== workspaceId) throw notFound('Agent in this workspace');
				assigned.workspaceId = null;
				return {
					message: 'Agent unassigned from workspace',
					agentId: assigned.id,
					propagated: belongings(assigned.id),
				};
			},
		}),
	];
}
