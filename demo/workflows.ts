import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IConnections, INode, IPinData, IWorkflowSettings } from 'n8n-workflow';
import { byText } from '../nodes/shared/values/sorting';
import { name as packName } from '../package.json';
import { ROOT } from '../scripts/repository';
import { filesFolder } from './userFolder';

/** A workflow as n8n exports and imports it. */
export type WorkflowFile = {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings: IWorkflowSettings;
	/** What a trigger brings in a run by hand, in place of waiting. */
	pinData?: IPinData;
};

/** The importable workflows of `examples/`. */
export const EXAMPLES = [
	'agent-that-asks-before-it-adds-people',
	'answered-elsewhere',
	'call-new-leads-and-wait',
	'calls-at-their-time',
	'calls-whose-report-got-lost',
	'costs-and-budgets-of-calls',
	'csv-file-to-kakiyo-campaign',
	'csv-file-to-kayse-lead-intake',
	'daily-search-of-prospects-who-replied',
	'documents-to-kairo',
	'failed-call-to-kayse-text',
	'failed-runs-of-kairo',
	'kaicalls-events-since-the-last-run',
	'kairo-run-per-row',
	'kakiyo-webhook-watchdog',
	'leads-in-a-table-to-kayse',
	'linkedin-reply-to-phone-call',
	'mcp-server-for-outreach',
	'messy-csv-file-to-kayse-and-kakiyo',
	'missed-calls-to-text',
	'nightly-sync-of-opt-outs',
	'opt-outs-everywhere',
	'recordings-to-a-folder',
	'rows-not-sent',
	'weekly-report-with-charts',
] as const;

const EXAMPLES_FOLDER = join(ROOT, 'examples');

/** The files that they read. */
const DATA_FILES = [
	'handbook-office-hours.md',
	'handbook-refunds.md',
	'leads.csv',
	'messy-people.csv',
	'prospects.csv',
] as const;

/** Copies the examples' files into a folder that n8n may read. */
export async function copyExampleData(userFolder: string): Promise<void> {
	for (const file of DATA_FILES) await copyFile(join(EXAMPLES_FOLDER, file), join(filesFolder(userFolder), file));
}

/** The data table of the example "Leads in a table to Kayse", and the file with its rows. */
export const LEADS_TABLE = 'Leads for Kayse';

/** The rows of the file for it; no cell has a comma or a quote in it. */
export async function readLeadsTable(): Promise<Array<Record<string, string>>> {
	const text = await readFile(join(EXAMPLES_FOLDER, 'leads-table.csv'), 'utf8');
	const [names = [], ...rows] = text
		.trim()
		.split('\n')
		.map((line) => line.split(','));
	return rows.map((cells) => Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ''])));
}

/** The trigger that creates the data tables of an example; undefined if there is none. */
export const tableMaker = ({ nodes }: WorkflowFile): string | undefined =>
	nodes.some(({ type, parameters }) => type === 'n8n-nodes-base.dataTable' && parameters.operation === 'create')
		? nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger')?.name
		: undefined;

/** Reads an example workflow. */
export async function readExample(example: (typeof EXAMPLES)[number]): Promise<WorkflowFile> {
	return JSON.parse(await readFile(join(EXAMPLES_FOLDER, `${example}.json`), 'utf8')) as WorkflowFile;
}

/** The vendors whose nodes are in a workflow, by the names that n8n gives to their first credentials. */
export function vendorsIn({ nodes }: WorkflowFile): string[] {
	const credentials = nodes
		.filter(({ type }) => type.startsWith(`${packName}.`))
		.flatMap((node) => Object.values(node.credentials ?? {}));
	return [...new Set(credentials.map(({ name }) => name.replace(/ account$/, '')))].sort(byText);
}

/** Exported workflows name their credentials; gives the nodes the credentials of this n8n instead. */
export function linkCredentials(
	workflow: WorkflowFile,
	available: Record<string, { id: string; name: string }>,
): WorkflowFile {
	const nodes = workflow.nodes.map((node) => {
		const types = Object.keys(node.credentials ?? {}).filter((type) => type in available);
		if (types.length === 0) return node;
		const linked = Object.fromEntries(types.map((type) => [type, available[type]]));
		return { ...node, credentials: { ...node.credentials, ...linked } } as INode;
	});
	return { ...workflow, nodes };
}

/** The workflow with one node changed. */
export function changeNode(workflow: WorkflowFile, name: string, change: (node: INode) => INode): WorkflowFile {
	return { ...workflow, nodes: workflow.nodes.map((node) => (node.name === name ? change(node) : node)) };
}
