import type { INodeTypeDescription } from 'n8n-workflow';

/** The versions of the node types of an n8n. */
export class NodeVersions {
	constructor(private readonly types: INodeTypeDescription[]) {}

	/** All versions, the oldest first. */
	all(type: string): number[] {
		const versions = this.types.filter(({ name }) => name === type).flatMap(({ version }) => version);
		if (versions.length === 0) throw new Error(`n8n has no node ${type}`);
		return versions.sort((a, b) => a - b);
	}

	/** The version of a new workflow: the node's own choice, otherwise the newest. */
	default(type: string): number {
		const newest = this.all(type).at(-1) ?? 1;
		return this.types.find(({ name }) => name === type)?.defaultVersion ?? newest;
	}
}
