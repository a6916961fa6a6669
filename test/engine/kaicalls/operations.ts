import type { Among } from '../../support/endpoints';
import { useKaiCallsBench } from '../kaicalls';
import { operationsOn } from '../operations';

/** The operations of one resource of KaiCalls on a bench of their own. */
export function useOperations(resource: string, among?: Among) {
	const operations = operationsOn(useKaiCallsBench(), resource, among);
	const { bench } = operations;
	return {
		...operations,

		/** Calls of the operation by a key without any scope. */
		async refusedWithout(...[operation, parameters]: Parameters<typeof operations.run>) {
			const { apiKey } = bench.control.addKey({ scopes: [] });
			const { error } = await operations.run(operation, parameters, { apiKey });
			return { message: error?.message, description: error?.description };
		},
	};
}

export const NO_SCOPE = 'The KaiCalls API key lacks the scope for this, or the access to this business';
