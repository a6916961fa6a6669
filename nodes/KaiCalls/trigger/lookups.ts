import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { listSearch as nodeSearch } from '../lists';

export const listSearch = { searchWorkspaces: nodeSearch.searchWorkspaces };

export const loadOptions = {
	async getAgents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return (await nodeSearch.searchAgents.call(this)).results;
	},
};
