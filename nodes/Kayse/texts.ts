import { invalidInput } from '../shared/contract/failure';
import { isEmpty } from './values';

/**
 * A text that must say something. It may go to a person, so an object that an expression brings is not written out.
 * @throws ItemFailure naming the field
 */
export function filledText(value: unknown, label: string): string {
	if (isEmpty(value)) throw invalidInput(`"${label}" is empty`, `Fill in "${label}".`);
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return String(value);
	throw invalidInput(`"${label}" is no text`, 'The expression in it brings an object, a list or a yes or no. Choose a field with a text.');
}
