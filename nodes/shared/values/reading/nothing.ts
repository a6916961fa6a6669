import { isPlaceholder } from '../placeholder';
import { ONE_SEEN, trimmed } from '../unseen';

export { trimmed };

/** Whether nothing at all was handed in: no value, or blanks. */
export const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && !ONE_SEEN.test(value));

/** Whether a value says nothing: it is blank, a placeholder, or a list of such. */
export function isNothing(value: unknown): boolean {
	if (isBlank(value) || isPlaceholder(value)) return true;
	return Array.isArray(value) && value.every(isNothing);
}
