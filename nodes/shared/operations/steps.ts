import type { Row } from '../contract/fileRow';
import type { ItemParameters, ApiClient, Operation } from '../contract/operation';

/** What several requests in a row need to know of the item, read beforehand. */
export interface StepsDefinition<Plan> {
	/** Reads and checks the fields. Throws ItemFailure when unfit. */
	plan: (item: ItemParameters) => Plan;
	perform: (plan: Plan, api: ApiClient) => Promise<Row[]>;
}

/** Several requests for each item, each of them with all of the executor's guarantees. */
export const steps =
	<Plan>(definition: StepsDefinition<Plan>): Operation =>
	(item) => {
		const plan = definition.plan(item);
		return {
			fingerprint: plan,
			perform: async (api) => await definition.perform(plan, api),
		};
	};
