import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { invalidInput } from '../contract/failure';
import { textList } from '../operations/readers';
import { labelOf } from '../values/label';
import { isNothing } from '../values/reading/nothing';

/** @param path such as `filters.agents` */
const labelAt = (path: string): string => labelOf(path.replace(/^.*\./, ''));

/** The entries of a list field of a trigger. */
export const listIn = (context: IHookFunctions | IWebhookFunctions, field: string): string[] =>
	textList(context.getNodeParameter(field, []), labelAt(field));

/**
 * The values that a filter of a trigger accepts; empty for all, when it was not added or has no choice.
 * @param path such as `filters.agents`
 * @throws ItemFailure when an expression in it has no result: it would accept everything
 */
export function narrowedTo(context: IHookFunctions | IWebhookFunctions, path: string): string[] {
	const chosen: unknown = context.getNodeParameter(path, []);
	const label = labelAt(path);
	if (!Array.isArray(chosen) && isNothing(chosen)) {
		throw invalidInput(`"${label}" is empty, so every event would pass`, 'Correct its expression, or take it out.');
	}
	return textList(chosen, label);
}
