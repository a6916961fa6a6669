/** Whether anything was entered or sent. An expression that finds nothing yields undefined or null. */
export const isFilled = (value: unknown): boolean =>
	value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');

/** A text or a number that can stand for something, such as an ID or a cursor. */
export const isKey = (value: unknown): value is string | number =>
	typeof value === 'number' || (typeof value === 'string' && isFilled(value));
