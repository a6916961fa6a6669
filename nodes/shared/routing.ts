import type { INodePropertyRouting } from 'n8n-workflow';

import { executor } from './engine/executor';
import { invalidInput } from './contract/failure';
import type { Operation } from './contract/operation';
import type { Vendor } from './contract/vendor';
import { batch, type BatchRequest } from './operations/batch';
import { folded, type FoldedRows, type Target } from './operations/folded';
import { list, type ListRequest } from './operations/list';
import { single, type SingleRequest } from './operations/single';
import { steps, type StepsDefinition } from './operations/steps';

type Extras<Tier extends string> = Omit<SingleRequest, 'method' | 'path' | 'tier'> & { tier?: Tier };

/** For the Resource field, which is always there: n8n hands every request of the node to the executor. */
export const everythingToExecutor: INodePropertyRouting = { send: { paginate: true } };

/**
 * The words an operation's `routing` is written in. Each makes a routing whose requests all go through the executor.
 */
export function routingFor<Tier extends string>(vendor: Vendor<Tier>) {
	const routed = (operation: Operation): INodePropertyRouting => ({
		operations: { pagination: executor(vendor, operation) },
	});
	const request =
		(method: SingleRequest['method']) =>
		(path: string, extras: Extras<Tier> = {}) =>
			routed(single({ ...extras, method, path }));
	return {
		/** For an operation that is put together by itself. */
		to: routed,
		/**
		 * For `requestOperations` of the node: an operation that does not exist, named by an expression, would otherwise be
		 * sent by n8n as a bare request to the base URL.
		 */
		unknownOperation: {
			pagination: executor(vendor, () => {
				throw invalidInput('This node has no such operation', 'Choose "Resource" and "Operation" from their lists.');
			}),
		},
		get: request('GET'),
		post: request('POST'),
		put: request('PUT'),
		patch: request('PATCH'),
		del: request('DELETE'),
		/** Every page of a list, as far as the user wants. */
		getMany: (path: string, extras: Omit<ListRequest, 'path' | 'tier'> & { tier?: Tier }) =>
			routed(list({ ...extras, path })),
		/** Many items in few requests. */
		batch: <Row, To extends Target>(definition: BatchRequest<Row, To>) => routed(batch(definition)),
		/** Many items, in several requests that they share. */
		folded: <Row, To extends Target>(definition: FoldedRows<Row, To>) => routed(folded(definition)),
		/** Several requests for one item. */
		steps: <Plan>(definition: StepsDefinition<Plan>) => routed(steps(definition)),
	};
}
