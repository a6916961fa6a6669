/** Texts in JSON, which may hold digits, and numbers. A text without an end goes on to the last sign, as a search for it from each mark would take its time. */
export const JSON_TEXT_OR_NUMBER = /"(?:[^"\\]|\\[^])*(?:"|\\?$)|-?(?<!\d)\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** Zeros of a number that say nothing; by hand, as a pattern would take its time over many of them in the middle. */
function withoutZeros(digits: string): string {
	let [start, end] = [0, digits.length];
	while (start < end && digits[start] === '0') start++;
	while (start < end && digits[end - 1] === '0') end--;
	return digits.slice(start, end);
}

/** The digits that say which number it is. */
const significant = (number: string): string => withoutZeros(number.replace(/e.*/is, '').replace(/[-+.]/g, ''));

/** Whether reading a number would change its digits: a computer keeps some 15 of them, and none of what is too great or too small. */
export const losesDigits = (number: string): boolean => significant(number) !== significant(String(Number(number)));

/** Whether a number may have lost digits before it came here, or is none. */
export const isUnsure = (number: number): boolean => !(Math.abs(number) <= Number.MAX_SAFE_INTEGER);
