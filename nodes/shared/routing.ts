import type { INodePropertyRouting } from 'n8n-workflow';

import type { Operation } from './contract/operation';
import type { Vendor } from './contract/vendor';
import { routingTo } from './engine/entryPoint';
import { batch, batchedRows, type BatchedRows, type BatchRequest, type Target } from './operations/batch';
import { list, type ListRequest } from './operations/list';
import { single, type SingleRequest } from './operations/single';
import { steps, type StepsDefinition } from './operations/steps';

type Extras<Tier extends string> = Omit<SingleRequest, 'method' | 'path' | 'tier'> & { tier?: Tier };

/** For the Resource field, which is always visible: n8n's routing passes every request of the node to its operation. */
export const everythingToOperation: INodePropertyRouting = { send: { paginate: true } };

/** The builders of an operation's `routing`. Each makes a routing that the driver runs over all items. */
export function routingFor<Tier extends string>(vendor: Vendor<Tier>) {
	const routed = (operation: Operation): INodePropertyRouting => routingTo(vendor, operation);
	const request =
		(method: SingleRequest['method']) =>
		(path: string, extras: Extras<Tier> = {}) =>
			routed(single({ ...extras, method, path }));
	return {
		/** For an operation with code of its own. */
		to: routed,
		get: request('GET'),
		post: request('POST'),
		put: request('PUT'),
		patch: request('PATCH'),
		del: request('DELETE'),
		/** Every page of a list, up to the user's limit. */
		getMany: (path: string, extras: Omit<ListRequest, 'path' | 'tier'> & { tier?: Tier }) =>
			routed(list({ ...extras, path })),
		/** All of a short list, without Return All and Limit. */
		getAll: (path: string, extras: Omit<ListRequest, 'path' | 'tier'> & { tier?: Tier }) =>
			routed(list({ ...extras, path, isShort: true })),
		/** Many items in few requests. */
		batch: <Row, To extends Target>(definition: BatchRequest<Row, To>) => routed(batch(definition)),
		/** Many items, in several requests that they share. */
		batchedRows: <Row, To extends Target>(definition: BatchedRows<Row, To>) => routed(batchedRows(definition)),
		/** Several requests for one item. */
		steps: <Plan>(definition: StepsDefinition<Plan>) => routed(steps(definition)),
	};
}
