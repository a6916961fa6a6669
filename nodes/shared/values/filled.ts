/** Whether anything was entered or sent. An expression that finds nothing yields undefined or null. */
export const isFilled = (value: unknown): boolean =>
	value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
