import { isFilled } from '../shared/values/filled';

/** Whether the value can be an ID or a cursor: a number, or a text that is not blank. */
export const isIdentifier = (value: unknown): value is string | number =>
	typeof value === 'number' || (typeof value === 'string' && isFilled(value));
