import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isNothing } from '../values/reading/nothing';
import { readNumber } from '../values/reading/number';
import { answerIn } from '../values/reading/yesNo';

/**
 * An option of a trigger in seconds, from 0; undefined when it was not added or is empty.
 * @param name such as `maxAge`
 * @throws ItemFailure when it is not such a number
 */
export function secondsIn(
	context: IHookFunctions | IWebhookFunctions,
	name: string,
	label: string,
	limits: { max?: number } = {},
): number | undefined {
	const chosen: unknown = context.getNodeParameter(`options.${name}`, '');
	return isNothing(chosen) ? undefined : readNumber(chosen, { label, timeZone: '', min: 0, ...limits });
}

/** Whether a repeated event starts no second run. Only an explicit "no" switches this off. */
export const ignoresDuplicates = (context: IWebhookFunctions): boolean =>
	answerIn(context.getNodeParameter('options.ignoreDuplicates', true)) !== false;
