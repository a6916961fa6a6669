import { isPlaceholder } from '../placeholder';

/** Blanks of all scripts, and characters that take up no room, such as a zero-width space. */
const AROUND = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** Without the blanks and invisible characters around it. */
export const trimmed = (text: string): string => text.replace(AROUND, '');

/** Whether nothing at all was handed in: no value, or blanks. */
export const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && trimmed(value) === '');

/** Whether a value says nothing: it is blank, a placeholder, or a list of such. */
export function isNothing(value: unknown): boolean {
	if (isBlank(value) || isPlaceholder(value)) return true;
	return Array.isArray(value) && value.every(isNothing);
}
