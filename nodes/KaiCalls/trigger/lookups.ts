import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { listSearch as nodeSearch, loadOptions as nodeOptions } from '../lookups';
import { DOCUMENTED_EVENTS } from './events';

/** What the account can report now; nothing when it does not say, because a trigger is often set up before the key. */
async function offeredEvents(context: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	try {
		return await nodeOptions.getWebhookEvents.call(context);
	} catch {
		return [];
	}
}

export const listSearch = { searchWorkspaces: nodeSearch.searchWorkspaces };

export const loadOptions = {
	async getAgents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return (await nodeSearch.searchAgents.call(this)).results;
	},
	async getEvents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const documented = new Set(DOCUMENTED_EVENTS.map(({ value }) => value));
		const others = (await offeredEvents(this)).filter(({ value }) => !documented.has(value));
		return [...DOCUMENTED_EVENTS, ...others];
	},
};
