import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IConnections, INode, IWorkflowSettings } from 'n8n-workflow';
import { ROOT } from '../scripts/repository';

/** A workflow as n8n exports and imports it. */
export type WorkflowFile = { name: string; nodes: INode[]; connections: IConnections; settings: IWorkflowSettings };

/** The importable workflows of `examples/`. */
export const EXAMPLES = ['csv-file-to-kakiyo-campaign', 'daily-search-of-prospects-who-replied'] as const;

/** Where the example files lie. */
export const EXAMPLES_FOLDER = join(ROOT, 'examples');

/** Reads an example workflow. */
export async function readExample(example: (typeof EXAMPLES)[number]): Promise<WorkflowFile> {
	return JSON.parse(await readFile(join(EXAMPLES_FOLDER, `${example}.json`), 'utf8')) as WorkflowFile;
}

/** Exported workflows name their credentials; gives the nodes the credentials of this n8n instead. */
export function linkCredentials(workflow: WorkflowFile, available: Record<string, { id: string; name: string }>): WorkflowFile {
	const nodes = workflow.nodes.map((node) => {
		const types = Object.keys(node.credentials ?? {}).filter((type) => type in available);
		if (types.length === 0) return node;
		const linked = Object.fromEntries(types.map((type) => [type, available[type]]));
		return { ...node, credentials: { ...node.credentials, ...linked } } as INode;
	});
	return { ...workflow, nodes };
}
