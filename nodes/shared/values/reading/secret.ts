import { invalidInput } from '../../contract/failure';
import { isPlaceholder } from '../placeholder';
import { certainMissingValueIn } from './missingValue';
import type { Reader } from './reading';

/** Whether a text may be a secret, and not the rest of an expression without a result. */
export const isSecret = (text: string): boolean => !isPlaceholder(text) && certainMissingValueIn(text) === undefined;

/**
 * A password or the like, unchanged. No message shows it. A placeholder for a missing value is refused, because it
 * could be guessed.
 */
export const readSecret: Reader<string> = (value, { label }) => {
	const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
	if (text !== undefined && isSecret(text)) return text;
	throw invalidInput(
		`"${label}" must be a secret: ${text === undefined ? 'it is not a text' : 'it is a placeholder'}`,
		'Correct the expression, or the field that it reads. The value is not shown here.',
	);
};
