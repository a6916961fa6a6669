/**
 * A value as text, without the words of JavaScript. `String()` calls what a value brings under the name `toString` or `valueOf`, and
 * ends in an error where these are no functions, as in the JSON `{"toString": 1, "valueOf": 1}`.
 */
export function stringOf(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value);
	try {
		return String(value);
	} catch {
		return Object.prototype.toString.call(value);
	}
}

/** A text, a number or a yes or no of a vendor's as text; '' for what is nothing of the kind, such as an object. */
export const plainText = (value: unknown): string =>
	['string', 'number', 'boolean', 'bigint'].includes(typeof value) ? String(value) : '';

/** A number, also where it is written as a text; NaN for what is none. `Number()` calls the same as `String()`, and takes nothing for 0. */
export const numberFrom = (value: unknown): number => Number(plainText(value) || NaN);
