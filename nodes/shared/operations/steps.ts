import type { Row } from '../contract/fileRow';
import type { RecordStatements } from '../contract/memory';
import type { Advice, ApiClient, ItemParameters, Operation } from '../contract/operation';
import { eachItem } from './eachItem';

/** What several requests in a row need to know of the item, read beforehand. */
export interface StepsDefinition<Plan> extends Advice {
	/** Reads and checks the fields. Throws ItemFailure when unfit. */
	plan: (item: ItemParameters) => Plan;
	/** See `Identity`; the plan when absent. */
	subject?: (plan: Plan) => unknown;
	/** See `BatchedRows`. */
	among?: (statements: RecordStatements) => (plan: Plan, index: number) => void;
	perform: (plan: Plan, api: ApiClient) => Promise<Row[]>;
}

/** Several requests for each item, each of them with all of the driver's guarantees. */
export const steps = <Plan>({
	plan,
	among,
	subject = (planned) => planned,
	perform,
	...advice
}: StepsDefinition<Plan>): Operation => ({
	advice,
	begin(statements) {
		const check = among?.(statements);
		const each = eachItem((item) => {
			const planned = plan(item);
			check?.(planned, item.index);
			return {
				identity: { effect: planned, subject: subject(planned) },
				perform: async (api) => await perform(planned, api),
			};
		});
		return each.begin(statements);
	},
});
