import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';

/** Seed 003 "Rate limits": concurrent runs of the Free plan. */
const FREE_PLAN_RUNS = 5;

export const runOptions: INodeProperties[] = [
	{
		displayName: 'Max Concurrent Runs',
		name: 'maxConcurrentRuns',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: FREE_PLAN_RUNS,
		description:
			'How many runs of the account this n8n has going at once: 5 on the Free plan, 25 on Pro. With Wait for Run, a run counts until it has ended; without, only while it is being started.',
		displayOptions: { show: { '/resource': ['agent', 'workflow'], '/operation': ['run'] } },
	},
];

/** @throws ItemFailure naming the option */
export function readMaxRuns(item: ItemParameters): number {
	const value = item.parameter('options.maxConcurrentRuns', FREE_PLAN_RUNS);
	const max = Number(value);
	if (Number.isInteger(max) && max >= 1) return max;
	throw invalidInput(
		`"Max Concurrent Runs" is ${String(value)}, but must be a whole number from 1`,
		'Enter how many runs the plan allows at once.',
	);
}
