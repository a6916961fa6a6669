import type { Operation } from '../../shared/contract/operation';
import { eachItem } from '../../shared/operations/eachItem';
import { prepareRequest, type Prepare } from '../../shared/operations/single';
import { figureRows, listIn } from '../answers/figures';
import { tellsOfMore } from '../answers/more';
import { moreThanOnePage } from '../answers/onePage';
import type { CategoryName, KairoEndpoint } from '../endpoints';

/**
 * Reads figures: a row each where they come as a list, all of which must have come.
 * @param name what they are called if they come as a list
 */
export const figures = (category: CategoryName, endpoint: KairoEndpoint, name: string, prepare: Prepare[]): Operation =>
	eachItem(
		(item) => {
			const apiRequest = prepareRequest({ ...endpoint, prepare }, item);
			return {
				identity: { effect: apiRequest.request },
				async perform(api) {
					const { body, headers } = await api.send(apiRequest);
					const rows = listIn(body, name);
					if (rows && tellsOfMore({ body, headers, rows, query: apiRequest.request.query })) {
						throw moreThanOnePage(category, endpoint, rows.length, 'Narrow the period');
					}
					return figureRows(body, name);
				},
			};
		},
		{ endpoints: [`${endpoint.method} ${endpoint.path}`] },
	);
