import type { INodePropertyRouting } from 'n8n-workflow';

import { nameForGood, type WayForGood } from '../shared/values/label';
import { list, type ListRequest } from '../shared/operations/list';
import { single, type SingleRequest } from '../shared/operations/single';
import { singlePage } from './answers/singlePage';
import { recordRows } from './answers/records';
import { endpointOf, type CategoryName, type EndpointName } from './endpoints';
import { metrics } from './request/metrics';
import { enteredQuery } from './request/queryParameters';
import { withPathStanding } from './paths/undocumented';
import { routing } from './vendor';

/** The ID of the record that the endpoint deletes or detaches. It has a field of its own, see `forGood`. */
interface Removed {
	way: WayForGood;
	id: string;
}

type Extras<Request> = Omit<Request, 'method' | 'path' | 'tier' | 'page'>;

/** Builds the routing of an operation from one endpoint of the table. */
export function operationAt<C extends CategoryName>(category: C, name: EndpointName<C>, removed?: Removed) {
	const endpoint = endpointOf(category, name);
	const { method } = endpoint;
	const path =
		removed === undefined
			? endpoint.path
			: endpoint.path.replace(`{${removed.id}}`, `{${nameForGood(removed.way, removed.id)}}`);
	const standing = withPathStanding(category, endpoint);
	return {
		/** Reads or writes one record. */
		record: ({ prepare = [], ...extras }: Extras<SingleRequest> = {}): INodePropertyRouting =>
			routing.to(
				single({
					read: recordRows,
					...extras,
					method,
					path,
					prepare: [...prepare, standing],
				}),
			),
		/** Reads a list, with Return All, Limit and Query Parameters. @param rows name of the rows */
		list: (rows: string, { prepare = [], ...extras }: Extras<ListRequest> = {}): INodePropertyRouting =>
			routing.to(
				list({
					...extras,
					path,
					page: singlePage(category, endpoint, rows),
					prepare: [...prepare, enteredQuery, standing],
				}),
			),
		/** Reads metrics, with Query Parameters. @param rows name of the rows if they are a list */
		metrics: (rows: string): INodePropertyRouting =>
			routing.to(metrics(category, endpoint, rows, [enteredQuery, standing])),
	};
}
