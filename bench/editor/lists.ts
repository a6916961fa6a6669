import type { WorkflowFile } from '../../demo/workflows';
import { name as pack } from '../../package.json';
import type { EditorPage } from '../../test/e2e/editorPage';
import { step } from '../../test/e2e/workflowStep';
import type { World } from '../world';

/** A "From list" of a node, and the workflow whose node has it. */
export interface SearchableList {
	name: string;
	field: string;
	node: string;
	workflow: WorkflowFile;
}

function listOf(
	world: World,
	{
		name,
		field,
		type,
		credential,
		parameters,
	}: Record<'name' | 'field' | 'type' | 'credential', string> & {
		parameters: Record<string, string>;
	},
): SearchableList {
	const saved = world.credentials[credential];
	if (!saved) throw new Error(`There is no credential ${credential}`);
	const node = step(
		'Node with a list',
		type,
		world.versions.default(type),
		{ ...parameters, [field]: { __rl: true, mode: 'list', value: '' } },
		{ credentials: { [credential]: saved } },
	);
	return { name, field, node: node.name, workflow: { name, nodes: [node], connections: {}, settings: {} } };
}

/** Ours, and n8n's own, which asks the same stub for as many rows. */
export const searchableLists = (world: World): SearchableList[] => [
	listOf(world, {
		name: 'Kakiyo, Campaign',
		field: 'campaignId',
		type: `${pack}.kakiyo`,
		credential: 'kakiyoOutreachApi',
		parameters: { resource: 'campaign', operation: 'pause' },
	}),
	listOf(world, {
		name: 'Jira Software, Project',
		field: 'project',
		type: 'n8n-nodes-base.jira',
		credential: 'jiraSoftwareServerApi',
		parameters: { jiraVersion: 'server', resource: 'issue', operation: 'create' },
	}),
];

/** Opens the panel of the node, then its list. @returns how long the list took until its first row could be seen (ms) */
export async function timeUntilShown(editor: EditorPage, list: SearchableList): Promise<number> {
	await editor.openNode(list.workflow, list.node, `resource-locator-${list.field}`);
	const start = performance.now();
	await editor.openList(list.field, '');
	return performance.now() - start;
}
