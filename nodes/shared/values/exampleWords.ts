import { unaccented } from './names';
import { plainWords } from './placeholder';
import { wordSet } from './wordSet';

/** What forms and documents write to show what goes in. */
const SHOWS = wordSet(
	'example sample placeholder string name username firstname lastname fullname yourname myname user profile yourprofile handle slug',
);

const BESIDE = wordSet(
	'your my the a an first last full middle family given public person prospect contact linkedin id url link here of goes',
);

/** Whether a text shows what goes in, and is nobody's own: `your-profile`, `Full name`, `string`. */
export function isExample(text: string): boolean {
	const words = plainWords(unaccented(text)).split(' ');
	return words.some((word) => SHOWS.has(word)) && words.every((word) => SHOWS.has(word) || BESIDE.has(word));
}
