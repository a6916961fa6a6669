import type { INode, INodeParameters } from 'n8n-workflow';

/** A node of a workflow that a test saves. */
export const step = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: INodeParameters,
	rest: Partial<INode> = {},
): INode => ({
	id: crypto.randomUUID(),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
	...rest,
});
