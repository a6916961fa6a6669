import { z } from 'zod';
import { Answer } from '../../server/answer';
import type { Route } from '../../server/vendor';
import { changed } from '../answers';
import { object } from '../contract/common';
import { categories } from '../contract/endpoints';
import { workflowDefinition } from '../contract/workflows';
import type { Kairo } from '../kairo';
import type { Workflow } from '../state';
import { templatePage, templatesQuery } from '../templates';
import { iso, shownWorkflow } from '../views';
import { buildersOf } from './builders';

const importWorkflows = z.object({ workflows: z.array(workflowDefinition).min(1) }).strict();
const exportQuery = z.object({ format: z.enum(['csv', 'json']).default('csv') }).strict();

/**
 * Invented endpoints, one in each category, for those that the real KAIRO may have besides the table. Only the node's
 * free request reaches them, and the setting `served` does not apply to them.
 */
export function unpublishedRoutes(kairo: Kairo): Route[] {
	const { withBody, withQuery } = buildersOf(kairo);

	return [
		withQuery({
			method: 'GET',
			path: `${categories.agent.root}/templates`,
			query: templatesQuery,
			handle: ({ query }) => templatePage(kairo, query),
		}),
		withBody({
			method: 'POST',
			path: `${categories.workflow.root}/import`,
			status: 201,
			body: importWorkflows,
			handle({ body }) {
				const { workflows, ids } = kairo.state;
				const now = kairo.clock.now();
				const imported = body.workflows.map((definition): Workflow => ({
					id: ids.next('wf'),
					definition,
					created_at: now,
					updated_at: now,
				}));
				for (const workflow of imported) workflows.set(workflow.id, workflow);
				return { imported: imported.map(shownWorkflow) };
			},
		}),
		withBody({
			method: 'PATCH',
			path: `${categories.context.root}/settings`,
			body: object,
			handle({ body }) {
				kairo.state.contextSettings = { ...kairo.state.contextSettings, ...body };
				return changed(kairo, kairo.state.contextSettings);
			},
		}),
		withQuery({
			method: 'GET',
			path: `${categories.analytics.root}/export`,
			query: exportQuery,
			handle({ query: { format } }) {
				const rows = [...kairo.state.runs.values()]
					.filter((run) => kairo.desk.isOver(run))
					.map(({ id, created_at, tokens, cost_usd }) => ({ id, created_at: iso(created_at), tokens, cost_usd }));
				if (format === 'json') return rows;
				const lines = rows.map((row) => Object.values(row).join(','));
				return new Answer(200, ['id,created_at,tokens,cost_usd', ...lines].join('\n'), {
					'content-type': 'text/csv; charset=utf-8',
				});
			},
		}),
	];
}
