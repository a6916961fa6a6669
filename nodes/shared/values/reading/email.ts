import { invalidInput } from '../../contract/failure';
import { readText } from './text';
import { type Reader } from './reading';
import { shown } from '../shown';

const ADDRESS = /^[^\s\p{Cc}\p{Cf}@<>()[\]",;:\\]+@[^\s\p{Cc}\p{Cf}@<>()[\]",;:\\]+\.[^\s\p{Cc}\p{Cf}@<>()[\]",;:\\.]+$/u;

function flawOf(text: string): string {
	if (text.split('@').length > 2) return 'which is more than one email address';
	if (/[<>]/.test(text)) return 'which has something around the email address';
	return 'which is no email address';
}

/** One email address, without a name around it. */
export const readEmail: Reader<string> = (value, reading) => {
	const text = readText(value, reading);
	if (ADDRESS.test(text)) return text;
	throw invalidInput(`"${reading.label}" is "${shown(text)}", ${flawOf(text)}`, 'Enter one address alone, such as dana@example.com.');
};
