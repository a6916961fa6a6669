import type { NodeHint } from 'n8n-workflow';

import { invalidInput } from '../../../../shared/contract/failure';
import type { ItemParameters } from '../../../../shared/contract/operation';
import { maxDuration } from '../fields';
import { stringOf } from '../../../../shared/values/text';

const MINUTE_MS = 60_000;

/** Default of the time limit, in minutes. */
export const DEFAULT_MINUTES = 30;

const LABEL = 'Time Limit (Minutes)';

/**
 * The time limit, in ms.
 * @throws ItemFailure with the name of the field
 */
export function readTimeLimit(item: ItemParameters): number {
	const minutes = item.parameter('timeLimit', DEFAULT_MINUTES);
	if (typeof minutes === 'number' && minutes > 0) return minutes * MINUTE_MS;
	throw invalidInput(
		`"${LABEL}" must be above 0 (got ${stringOf(minutes)})`,
		'Enter the minutes to wait for the end of the call.',
	);
}

/** Warnings about a call that may last longer than the node waits for it. */
export function timeLimitWarnings(item: ItemParameters): string[] {
	const seconds = Number(item.parameter(`additionalFields.${maxDuration.name}`, maxDuration.default));
	const limitMs = readTimeLimit(item);
	if (limitMs >= seconds * 1_000) return [];
	return [
		`"${LABEL}" is ${limitMs / MINUTE_MS}, but "${maxDuration.displayName}" allows ${seconds} seconds. The workflow continues before a long call has ended, with the outcome "timeLimit".`,
	];
}

/** The same warning in the panel, before any call. */
export const timeLimitHint: NodeHint = {
	message: `"${LABEL}" is shorter than "${maxDuration.displayName}". The workflow continues before a long call has ended, with the outcome "timeLimit".`,
	type: 'warning',
	location: 'outputPane',
	whenToDisplay: 'beforeExecution',
	displayCondition: `={{ $parameter.operation === "createAndWait" && $parameter.timeLimit * 60 < ($parameter.additionalFields?.${maxDuration.name} ?? ${stringOf(maxDuration.default)}) }}`,
};
