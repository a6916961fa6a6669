import type { Route } from '../../server/vendor';
import { createWorkspace, updateWorkspace, workspacesQuery } from '../contract/workspaces';
import { forbidden } from '../errors';
import type { KaiCalls } from '../kaicalls';
import type { Workspace } from '../state';
import { shownWorkspace } from '../views';
import { withBody, withQuery } from './builders';

const stateAfter = { pause: 'paused', resume: 'active', cancel: 'cancelled', teardown: 'torn_down' } as const;

/** The endpoints of workspaces. */
export function workspaceRoutes(kaicalls: KaiCalls): Route[] {
	return [
		withQuery({
			method: 'GET',
			path: '/workspaces',
			query: workspacesQuery,
			handle({ query: { id }, headers }) {
				const access = kaicalls.access(headers);
				if (id !== undefined) return shownWorkspace(kaicalls, access.workspace(id));
				return { workspaces: access.workspaces().map((workspace) => shownWorkspace(kaicalls, workspace)) };
			},
		}),
		withBody({
			method: 'POST',
			path: '/workspaces',
			status: 201,
			body: createWorkspace,
			handle({ body: { name, metadata, external_ref }, headers }) {
				const { key } = kaicalls.access(headers);
				if (key.business_id !== null) throw forbidden('This API key is bound to one business');
				const { workspaces, ids } = kaicalls.state;
				const now = kaicalls.stamp();
				const created: Workspace = {
					id: ids.next('business'),
					name,
					metadata,
					external_ref: external_ref ?? null,
					lifecycle_state: 'active',
					created_at: now,
					updated_at: now,
				};
				workspaces.set(created.id, created);
				return shownWorkspace(kaicalls, created);
			},
		}),
		withBody({
			method: 'PATCH',
			path: '/workspaces',
			body: updateWorkspace,
			handle({ body: { id, name, metadata, action }, headers }) {
				const access = kaicalls.access(headers);
				if (action !== undefined) access.require(['lifecycle:write']);
				if (name !== undefined || metadata !== undefined) access.require(['workspaces:write']);
				const workspace = access.workspace(id);
				workspace.name = name ?? workspace.name;
				workspace.metadata = metadata ?? workspace.metadata;
				if (action !== undefined) workspace.lifecycle_state = stateAfter[action];
				workspace.updated_at = kaicalls.stamp();
				return shownWorkspace(kaicalls, workspace);
			},
		}),
	];
}
