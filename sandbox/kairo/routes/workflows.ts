import { changed, deleted } from '../answers';
import { workflowDefinition, workflowsQuery } from '../contract/workflows';
import type { Kairo } from '../kairo';
import { list } from '../lists';
import type { Workflow } from '../state';
import { shownWorkflow } from '../views';
import { buildersOf, type Handlers } from './builders';
import { record } from './records';
import { runHandlers } from './runs';

/** The endpoints of workflows. */
export function workflowHandlers(kairo: Kairo): Handlers<'workflow'> {
	const { plain, withBody, withQuery } = buildersOf(kairo);
	const workflowOf = ({ workflowId }: Readonly<Record<string, string>>) =>
		record(kairo, kairo.state.workflows, 'workflow', workflowId);

	return {
		create: (at) =>
			withBody({
				...at,
				status: 201,
				body: workflowDefinition,
				handle({ body: definition }) {
					const { workflows, ids } = kairo.state;
					const now = kairo.clock.now();
					const workflow: Workflow = { id: ids.next('wf'), definition, created_at: now, updated_at: now };
					workflows.set(workflow.id, workflow);
					return shownWorkflow(workflow);
				},
			}),
		getAll: (at) =>
			withQuery({
				...at,
				query: workflowsQuery,
				handle({ query: { name, ...page } }) {
					const rows = [...kairo.state.workflows.values()].filter(
						({ definition }) => name === undefined || definition.name === name,
					);
					return list(kairo, 'workflows', rows.map(shownWorkflow), page);
				},
			}),
		get: (at) => plain({ ...at, handle: ({ params }) => shownWorkflow(workflowOf(params)) }),
		update: (at) =>
			withBody({
				...at,
				body: workflowDefinition,
				handle({ params, body }) {
					const workflow = workflowOf(params);
					// PUT, not PATCH: members that the body leaves out are removed.
					workflow.definition = body;
					workflow.updated_at = kairo.clock.now();
					return changed(kairo, shownWorkflow(workflow));
				},
			}),
		delete: (at) =>
			plain({
				...at,
				handle({ params }) {
					kairo.state.workflows.delete(workflowOf(params).id);
					return deleted(kairo);
				},
			}),
		...runHandlers(kairo, (params) => {
			const { id, definition } = workflowOf(params);
			return { started_by: { type: 'workflow', id }, name: definition.name, model: 'auto' };
		}),
	};
}
