import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseCampaign, type Campaign } from '../../demo/campaign';
import { filesFolder } from '../../demo/userFolder';
import { changeNode, linkCredentials, readExample, type WorkflowFile } from '../../demo/workflows';
import { world } from './world';

/** A row of the CSV file. */
export type Row = { name: string; url: string; customData: string };

/** Nodes of the example workflow "CSV file to Kakiyo campaign". */
export const NODES = {
	trigger: 'When Clicking Execute',
	read: 'Read the CSV File',
	add: 'Add Prospects to the Campaign',
	added: 'Added Prospects',
	notAdded: 'Rows Not Added',
} as const;

/** A prospect that exists only in these tests. */
export function madeUpRow(index: number): Row {
	return {
		name: `Test Person ${index}`,
		url: `https://www.linkedin.com/in/test-person-${index}`,
		customData: `Row ${index}`,
	};
}

/** Writes rows as a CSV file that n8n may read; returns the name to read it by. */
export async function writeCsv(name: string, rows: Row[]): Promise<string> {
	const lines = rows.map((row) => [row.name, row.url, row.customData].map((value) => `"${value}"`).join(','));
	await writeFile(join(filesFolder(world.userFolder), name), ['name,url,customData', ...lines].join('\n'));
	return name;
}

/** The example workflow, reading a given file into a given campaign. */
export async function csvWorkflow(file: string, campaign: Campaign): Promise<WorkflowFile> {
	const example = await readExample('csv-file-to-kakiyo-campaign');
	const workflow = linkCredentials(chooseCampaign(example, campaign), world.credentials);
	return changeNode(workflow, NODES.read, (node) => ({
		...node,
		parameters: { ...node.parameters, fileSelector: file },
	}));
}
