import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../../shared/contract/operation';
import { readWholeNumber } from '../../shared/values/reading/number';
import { readOption } from '../../shared/values/reading/option';

/** Concurrent runs of the Free plan (docs/vendors/kairo.md#limits). */
const FREE_PLAN_RUNS = 5;

/** How many runs may be in progress at a time. */
export const maxRunsOption: INodeProperties = {
	displayName: 'Max Concurrent Runs',
	name: 'maxConcurrentRuns',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: FREE_PLAN_RUNS,
	description:
		'Most runs of the account at once from this n8n: 5 on the Free plan, 25 on Pro. With Wait for Run, a run counts until its end. Without it, only during its start.',
};

/** @throws ItemFailure with the name of the option if it is not a whole number above 0 */
export const readMaxRuns = (item: ItemParameters): number =>
	readOption(item, 'options.maxConcurrentRuns', 'Max Concurrent Runs', readWholeNumber, { min: 1 }) ?? FREE_PLAN_RUNS;
