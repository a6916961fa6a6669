/** Blanks of all scripts, and characters that take up no room, such as a zero-width space. */
const AROUND = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** Without the blanks and invisible characters around it. */
export const trimmed = (text: string): string => text.replace(AROUND, '');

/** What programs write into a cell that has no value. */
const PLACEHOLDERS = new Set([
	...['n/a', '#n/a', 'n.a.', '<na>', '-', '--', '---', '–', '—'],
	...['null', '(null)', 'none', 'nan', 'undefined'],
	...['#null!', '#ref!', '#value!', '#div/0!', '#name?', '#num!'],
]);

/** Whether a text is made of nothing but placeholders, such as "N/A" or "undefined undefined"; "Dana Null" is not. */
export function isPlaceholder(text: string): boolean {
	const words = trimmed(text).toLowerCase().split(/\s+/);
	return words.every((word) => PLACEHOLDERS.has(word));
}

/** Whether nothing at all was handed in: no value, or blanks. */
export const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && trimmed(value) === '');

/** Whether a value says nothing: it is blank, a placeholder, or a list of such. */
export function isNothing(value: unknown): boolean {
	if (isBlank(value) || Number.isNaN(value)) return true;
	if (Array.isArray(value)) return value.every(isNothing);
	return typeof value === 'string' && isPlaceholder(value);
}
