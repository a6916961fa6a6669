import { NodeOperationError } from 'n8n-workflow';

import { inputFailure } from '../shared/contract/failure';
import { lookupsOf, type ListSearch } from '../shared/engine/listSearch';
import { choice, type Lookup } from '../shared/paging/lookup';
import { singlePage } from './answers/singlePage';
import { endpointOf, type KairoEndpoint, type CategoryName, type EndpointName } from './endpoints';
import { listNotPublished } from './paths/undocumented';
import { kairo } from './vendor';

const { listsOf } = lookupsOf(kairo);

const lookupAt = <C extends CategoryName>(
	category: C,
	name: EndpointName<C>,
	rows: string,
	toChoice: Lookup['toChoice'],
): Lookup => {
	const endpoint = endpointOf(category, name);
	return { path: endpoint.path, page: singlePage(category, endpoint, rows), toChoice };
};

const lists = listsOf({
	searchAgents: lookupAt('agent', 'getAll', 'agents', ({ id, name }) => choice(name, id)),
	searchSources: lookupAt('context', 'getSources', 'sources', ({ id, key, name }) => choice(name ?? key, id ?? key)),
	searchWorkflows: lookupAt('workflow', 'getAll', 'workflows', ({ id, name }) => choice(name, id)),
});

export const { listed } = lists;

/** Adds a remedy to the error of a dropdown: By ID works even if the path of the list is wrong. */
const withRemedy = (search: ListSearch, endpoint: KairoEndpoint): ListSearch =>
	async function (filter, token) {
		try {
			return await search.call(this, filter, token);
		} catch (thrown) {
			const { message, description } = inputFailure(thrown);
			// All in the message, which alone reaches the dropdown (tried on n8n 2.40.7).
			throw new NodeOperationError(this.getNode(), `${message}. ${listNotPublished(endpoint)}`, { description });
		}
	};

export const listSearch = {
	searchAgents: withRemedy(lists.listSearch.searchAgents, endpointOf('agent', 'getAll')),
	searchSources: withRemedy(lists.listSearch.searchSources, endpointOf('context', 'getSources')),
	searchWorkflows: withRemedy(lists.listSearch.searchWorkflows, endpointOf('workflow', 'getAll')),
};
