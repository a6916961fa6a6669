/**
 * Texts in JSON, which may contain digits, and numbers. A text without an end goes on to the last character, because a
 * search for the end from each quotation mark would be slow.
 */
export const JSON_TEXT_OR_NUMBER = /"(?:[^"\\]|\\[^])*(?:"|\\?$)|-?(?<!\d)\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/**
 * Removes zeros without meaning from a number; without a pattern, because a pattern would be slow with many zeros in
 * the middle.
 */
function withoutZeros(digits: string): string {
	let [start, end] = [0, digits.length];
	while (start < end && digits[start] === '0') start++;
	while (start < end && digits[end - 1] === '0') end--;
	return digits.slice(start, end);
}

/** The digits that distinguish a number. */
const significant = (number: string): string => withoutZeros(number.replace(/e.*/is, '').replace(/[-+.]/g, ''));

/**
 * Whether reading a number would change its digits: a computer keeps some 15 of them, and loses numbers that are too
 * great or too small.
 */
export const losesDigits = (number: string): boolean => significant(number) !== significant(String(Number(number)));

/** Whether a number may have lost digits before it came here, or is not a number. */
export const isUnsure = (number: number): boolean => !(Math.abs(number) <= Number.MAX_SAFE_INTEGER);
