/**
 * A value as text, without JavaScript's own words. `String()` calls a value's own `toString` or `valueOf`, and fails if
 * these are not functions, as in the JSON `{"toString": 1, "valueOf": 1}`.
 */
export function stringOf(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value);
	try {
		return String(value);
	} catch {
		return Object.prototype.toString.call(value);
	}
}

/** A vendor's text, number or yes/no as text; '' for anything else, such as an object. */
export const plainText = (value: unknown): string =>
	['string', 'number', 'boolean', 'bigint'].includes(typeof value) ? String(value) : '';

/**
 * A number, also from a text; NaN for anything else. `Number()` calls the same methods as `String()`, and turns an
 * empty text into 0.
 */
export const numberFrom = (value: unknown): number => Number(plainText(value) || NaN);
