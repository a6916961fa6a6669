import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { listSearch, loadOptions as nodeOptions } from '../lists';

export const loadOptions = {
	getCampaigns: nodeOptions.getCampaigns,
	async getAgents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return (await listSearch.searchAgents.call(this)).results;
	},
};
