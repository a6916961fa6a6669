import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { allEvents } from '../../shared/webhook/namedEvents';
import { listSearch, loadOptions as nodeOptions } from '../lookups';
import { DOCUMENTED_EVENTS } from './events';

/** What Kakiyo offers now; what is documented when it does not say, because a trigger is often set up before the key. */
async function offeredEvents(context: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	try {
		return await nodeOptions.getWebhookEvents.call(context);
	} catch {
		return DOCUMENTED_EVENTS;
	}
}

export const loadOptions = {
	getCampaigns: nodeOptions.getCampaigns,
	async getAgents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return (await listSearch.searchAgents.call(this)).results;
	},
	async getEvents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const offered = [allEvents, ...(await offeredEvents(this)), ...DOCUMENTED_EVENTS];
		return [...new Map(offered.reverse().map((option) => [option.value, option])).values()].reverse();
	},
};
