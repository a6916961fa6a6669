import type { IDataObject, INodeType } from 'n8n-workflow';

import type { NodeRun } from '../engine';

/** The items that a model reads. */
export const itemsOf = (answer: unknown): IDataObject[] => JSON.parse(String(answer)) as IDataObject[];

/** What a model reads of a call that did not succeed; '' of one that did. */
export const errorOf = async (answer: Promise<unknown>): Promise<string> =>
	String(itemsOf(await answer)[0]?.error ?? '');

/** The node as AI Agent 3 has it run as a tool: as a step of its execution, of another type (n8n: load-nodes-and-credentials.js). */
export function asStepOfAgent<Run extends NodeRun>(run: Run): Run {
	const { description } = run.type;
	const type: INodeType = Object.create(run.type, {
		description: { value: { ...description, name: `${description.name}Tool` } },
	});
	return { ...run, type };
}
