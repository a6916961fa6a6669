import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INode } from 'n8n-workflow';

import type { WorkflowFile } from '../../../demo/workflows';

const FOLDER = join(__dirname, '../../../examples');

const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

/** An example workflow, as it is in the repository. */
export interface Example {
	/** Its file, without the ending. */
	name: string;
	text: string;
	workflow: WorkflowFile;
	/** The nodes that do something. */
	nodes: INode[];
	notes: INode[];
}

function readExample(file: string): Example {
	const text = readFileSync(join(FOLDER, file), 'utf8');
	const workflow = JSON.parse(text) as WorkflowFile;
	return {
		name: file.replace(/\.json$/, ''),
		text,
		workflow,
		nodes: workflow.nodes.filter(({ type }) => type !== STICKY_NOTE),
		notes: workflow.nodes.filter(({ type }) => type === STICKY_NOTE),
	};
}

/** All example workflows, in the order of their files. */
export const EXAMPLE_FILES: Example[] = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.sort()
	.map(readExample);

export const contentOf = ({ parameters }: INode): string => String(parameters.content);

/** The nodes that start it. */
export const triggersOf = ({ nodes }: Example): INode[] =>
	nodes.filter(({ type }) => /Trigger$|\.webhook$/.test(type));

/** What its first note says that it does: the heading, unless that is the name again, and the text before the first step. */
export function purposeOf({ workflow, notes }: Example): string {
	const [note] = notes;
	const [heading = '', ...lines] = (note ? contentOf(note) : '').split('\n');
	const title = heading.replace(/^#+ /, '');
	const firstStep = lines.findIndex((line) => line.startsWith('1. '));
	const before = lines.slice(0, firstStep).join(' ').trim();
	const isName = title.toLowerCase().endsWith(workflow.name.toLowerCase());
	return [isName ? '' : /[.!?]$/.test(title) ? title : `${title}.`, before].filter(Boolean).join(' ');
}
