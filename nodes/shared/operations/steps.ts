import type { Row } from '../contract/fileRow';
import type { RecordStatements } from '../contract/memory';
import type { Advice, ApiClient, ItemParameters, Operation } from '../contract/operation';
import { eachItem } from './eachItem';

/** The values of an item that several requests in a row need, read beforehand. */
export interface StepsDefinition<Plan> extends Advice {
	/** Reads and checks the fields. Throws ItemFailure when invalid. */
	plan: (item: ItemParameters) => Plan;
	/** See `Identity`; the plan when absent. */
	subject?: (plan: Plan) => unknown;
	/** See `BatchedRows`. */
	among?: (statements: RecordStatements) => (plan: Plan, index: number) => void;
	perform: (plan: Plan, api: ApiClient) => Promise<Row[]>;
}

/** Several requests for each item, each with all guarantees of the driver. */
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
