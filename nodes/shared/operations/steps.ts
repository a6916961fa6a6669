import type { Row } from '../contract/fileRow';
import type { ApiClient, ItemParameters, Operation } from '../contract/operation';
import { eachItem } from './eachItem';

/** What several requests in a row need to know of the item, read beforehand. */
export interface StepsDefinition<Plan> {
	/** Reads and checks the fields. Throws ItemFailure when unfit. */
	plan: (item: ItemParameters) => Plan;
	/** See `Identity`; the plan when absent. */
	subject?: (plan: Plan) => unknown;
	perform: (plan: Plan, api: ApiClient) => Promise<Row[]>;
}

/** Several requests for each item, each of them with all of the driver's guarantees. */
export const steps = <Plan>(definition: StepsDefinition<Plan>): Operation =>
	eachItem((item) => {
		const plan = definition.plan(item);
		return { identity: { effect: plan, subject: definition.subject ? definition.subject(plan) : plan }, perform: async (api) => await definition.perform(plan, api) };
	});
