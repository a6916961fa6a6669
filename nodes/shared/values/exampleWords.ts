import { unaccented } from './names';
import { plainWords } from './placeholder';
import { wordSet } from './wordSet';

/** Words of examples in forms and documents. */
const SHOWS = wordSet(
	'example sample placeholder string name username firstname lastname fullname yourname myname user profile yourprofile handle slug',
);

const BESIDE = wordSet(
	'your my the a an first last full middle family given public person prospect contact linkedin id url link here of goes',
);

/** Whether a text is an example and not a real value: `your-profile`, `Full name`, `string`. */
export function isExample(text: string): boolean {
	const words = plainWords(unaccented(text)).split(' ');
	return words.some((word) => SHOWS.has(word)) && words.every((word) => SHOWS.has(word) || BESIDE.has(word));
}
