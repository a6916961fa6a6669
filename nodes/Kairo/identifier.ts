import { isFilled } from '../shared/values/filled';

/** A text or a number that can stand for something, such as an ID or a cursor. */
export const isIdentifier = (value: unknown): value is string | number =>
	typeof value === 'number' || (typeof value === 'string' && isFilled(value));
