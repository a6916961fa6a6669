import { NodeOperationError } from 'n8n-workflow';

import { inputFailure } from '../shared/contract/failure';
import { choice, lookupsOf, type Lookup } from '../shared/engine/listSearch';
import { onePage } from './answers/onePage';
import { endpointOf, type CategoryName, type EndpointName } from './endpoints';
import { listNotPublished } from './unpublished';
import { kairo } from './vendor';

const { searching } = lookupsOf(kairo);

/** The choices of a list that KAIRO does not publish; without it, the user is pointed to the way that always works. */
function searchingAt<C extends CategoryName>(
	category: C,
	name: EndpointName<C>,
	rows: string,
	toChoice: Lookup['toChoice'],
): ReturnType<typeof searching> {
	const endpoint = endpointOf(category, name);
	const search = searching({ path: endpoint.path, page: onePage(category, endpoint, rows), toChoice });
	return async function (filter, token) {
		try {
			return await search.call(this, filter, token);
		} catch (thrown) {
			const { message, description } = inputFailure(thrown);
			// All in the message, which alone reaches the dropdown (tried on n8n 2.40.7).
			throw new NodeOperationError(this.getNode(), `${message}. ${listNotPublished(endpoint)}`, { description });
		}
	};
}

export const listSearch = {
	searchAgents: searchingAt('agent', 'getAll', 'agents', ({ id, name }) => choice(name, id)),
	searchSources: searchingAt('context', 'getSources', 'sources', ({ id, key, name }) => choice(name ?? key, id ?? key)),
	searchWorkflows: searchingAt('workflow', 'getAll', 'workflows', ({ id, name }) => choice(name, id)),
};
