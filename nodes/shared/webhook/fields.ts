import type { INodeProperties } from 'n8n-workflow';

/** Lets only events of these agents start a run; the node offers `getAgents` for it. */
export const agentsFilter: INodeProperties = {
	displayName: 'Agent Names or IDs',
	name: 'agents',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getAgents' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};
