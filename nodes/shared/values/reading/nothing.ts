import { isPlaceholder } from '../placeholder';
import { ONE_SEEN, trimmed } from '../unseen';

export { trimmed };

/** Whether no value at all was given, or only blanks. */
export const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && !ONE_SEEN.test(value));

/** Whether a value is empty: blank, a placeholder, or a list of these. */
export function isNothing(value: unknown): boolean {
	if (isBlank(value) || isPlaceholder(value)) return true;
	return Array.isArray(value) && value.every(isNothing);
}
