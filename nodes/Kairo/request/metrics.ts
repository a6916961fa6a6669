import type { Operation } from '../../shared/contract/operation';
import { eachItem } from '../../shared/operations/eachItem';
import { prepareRequest, type Prepare } from '../../shared/operations/single';
import { metricRows, listIn } from '../answers/metrics';
import { hasMore } from '../answers/hasMore';
import { morePagesFailure } from '../answers/singlePage';
import type { CategoryName, KairoEndpoint } from '../endpoints';

/**
 * Reads metrics. A list must be complete and gives one row per entry.
 * @param name of the member that may hold the list
 */
export const metrics = (category: CategoryName, endpoint: KairoEndpoint, name: string, prepare: Prepare[]): Operation =>
	eachItem(
		(item) => {
			const apiRequest = prepareRequest({ ...endpoint, prepare }, item);
			return {
				identity: { effect: apiRequest.request },
				async perform(api) {
					const { body, headers } = await api.send(apiRequest);
					const rows = listIn(body, name);
					if (rows && hasMore({ body, headers, rows, query: apiRequest.request.query })) {
						throw morePagesFailure(category, endpoint, rows.length, 'Narrow the period');
					}
					return metricRows(body, name);
				},
			};
		},
		{ endpoints: [`${endpoint.method} ${endpoint.path}`] },
	);
