import type { Row } from '../executor/fileRow';
import type { Call, ApiClient, Operation } from '../executor/operation';

/** What several requests in a row need to know of the item, read beforehand. */
export interface StepsDefinition<Plan> {
	/** Reads and checks the fields. Throws ItemFailure when unfit. */
	plan: (call: Call) => Plan;
	perform: (plan: Plan, client: ApiClient) => Promise<Row[]>;
}

/** Several requests for each item, each of them with all of the executor's guarantees. */
export const steps =
	<Plan>(definition: StepsDefinition<Plan>): Operation =>
	(call) => {
		const plan = definition.plan(call);
		return {
			fingerprint: plan,
			perform: async (client) => await definition.perform(plan, client),
		};
	};
