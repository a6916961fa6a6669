import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INode, INodeConnections } from 'n8n-workflow';
import { filesFolder } from '../../../demo/userFolder';
import type { WorkflowFile } from '../../../demo/workflows';
import { world } from '../world';

type Step = Pick<INode, 'name' | 'type' | 'parameters' | 'credentials'>;

/** A canvas with nothing on it. */
export const EMPTY_CANVAS: WorkflowFile = { name: 'Empty', nodes: [], connections: {}, settings: {} };

/**
 * Writes rows as another program exports them, where n8n may read.
 * @returns the name of the file
 */
export async function writeRows(rows: ReadonlyArray<Record<string, string>>): Promise<string> {
	const file = `${crypto.randomUUID()}.csv`;
	const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells) =>
		cells.map((cell) => `"${cell}"`).join(','),
	);
	await writeFile(join(filesFolder(world.userFolder), file), lines.join('\n'));
	return file;
}

/** A canvas on which n8n's own steps read the rows of a file, as it was exported by another program, before other steps. */
export async function canvasWithRows(
	rows: ReadonlyArray<Record<string, string>>,
	...steps: Step[]
): Promise<WorkflowFile> {
	const file = await writeRows(rows);
	return inARow([
		{ name: 'When I click', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
		{ name: 'Read my file', type: 'n8n-nodes-base.readWriteFile', parameters: { fileSelector: file, options: {} } },
		{ name: 'My rows', type: 'n8n-nodes-base.extractFromFile', parameters: { operation: 'csv', options: {} } },
		...steps,
	]);
}

/** A canvas with these steps, each behind the one before. */
export function inARow(steps: Step[]): WorkflowFile {
	const nodes = steps.map((step, place): INode => ({
		...step,
		id: crypto.randomUUID(),
		typeVersion: 1,
		position: [place * 220, 0],
	}));
	const connections = steps
		.slice(1)
		.map(({ name }, place): [string, INodeConnections] => [
			steps[place]?.name ?? '',
			{ main: [[{ node: name, type: 'main', index: 0 }]] },
		]);
	return { ...EMPTY_CANVAS, nodes, connections: Object.fromEntries(connections) };
}
