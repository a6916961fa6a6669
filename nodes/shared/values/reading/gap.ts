import { BEFORE_NAME } from './greeting';

/** One expression in a text, or several with blanks between them, such as first and last name. */
interface Place {
	written: string;
	blanks: string;
}

/** A text with expressions: it has one part more between the places than places. */
interface Template {
	places: Place[];
	literals: string[];
}

/** Without a pattern, which would search the end of an expression again from each bracket. */
function parsed(written: string): Template {
	const places: Place[] = [];
	const literals: string[] = [];
	let end = 0;
	for (;;) {
		const open = written.indexOf('{{', end);
		const close = open === -1 ? -1 : written.indexOf('}}', open + 2);
		if (close === -1) break;
		const [between, expression] = [written.slice(end, open), written.slice(open, close + 2)];
		const before = places.at(-1);
		if (before && between.trim() === '') {
			before.written += between + expression;
			before.blanks += between;
		} else {
			literals.push(between);
			places.push({ written: expression, blanks: '' });
		}
		end = close + 2;
	}
	return { places, literals: [...literals, written.slice(end)] };
}

/** How many expressions are checked; each is searched in the whole text. */
const MOST_PLACES = 200;

/**
 * A word and blanks, or the start of a line: a word must follow. A list such as "Notes: , Age: " may have no word
 * there.
 */
const WANTS_WORD = /(?:^|[\n\r]|[\p{L}\p{N}]\.?[^\S\r\n]+)$/u;

/** Punctuation that follows a word without a blank. */
const BEHIND_WORD = /^(?:[,.!?;:…)،؟।，。！？、；：]|['’]s(?![\p{L}\p{N}]))/u;

const WANTS_NAME = new RegExp(`${BEFORE_NAME}$`, 'iu');

/** Whether a person's name must follow these words. */
export const wantsName = (words: string): boolean => WANTS_NAME.test(words);

/** The end of a line, or a quotation mark: a name must come before it. */
const BEHIND_NAME = /^(?:["'”“’»)\]]|[^\S\r\n]*(?:[\r\n]|$))/u;

const isToBeSeen = (before: string, after: string): boolean =>
	(BEHIND_WORD.test(after) && WANTS_WORD.test(before)) || (BEHIND_NAME.test(after) && wantsName(before));

/** A place where an expression should have brought a word. */
export interface Gap {
	/** The text around it, such as "Hi ,". */
	seen: string;
	/** The expression, such as `{{ $json.first_name }}`. */
	expressions: string;
}

/** Blanks from an expression count as one between words, and as none at the start of a line. */
const squeezed = (text: string): string => text.replace(/[^\S\r\n]+/g, ' ').replace(/(^|[\r\n]) /g, '$1');

const lastLine = (text: string): string => text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);

/** Whether a text has an expression between its words. */
export function isTemplate(written: string): boolean {
	const { places, literals } = parsed(written);
	return places.length > 0 && literals.some((words) => words.trim() !== '');
}

/**
 * The first visible gap in a text. n8n writes nothing for an expression without a result, or for an empty cell: "Hi {{
 * $json.first_name }}," becomes "Hi ,". In "Hello {{ $json.first_name }} and welcome", the result looks like a complete
 * text.
 * @param written the text with its expressions
 * @param text n8n's result
 */
export function gapIn(written: string, text: string): Gap | undefined {
	const { places, literals } = parsed(written);
	const made = squeezed(text);
	const found = places.slice(0, MOST_PLACES).findIndex(({ blanks }, place) => {
		const [before = '', after = ''] = [literals[place], literals[place + 1]];
		if (!isToBeSeen(before, after) || (place > 0 && before === '')) return false;
		const without = squeezed(`${before}${blanks}${after}`);
		const isLast = place === places.length - 1;
		if (place === 0) return isLast ? made === without : made.startsWith(without);
		return isLast ? made.endsWith(without) : made.includes(without);
	});
	if (found === -1) return undefined;
	const [before = '', after = ''] = [literals[found], literals[found + 1]];
	return {
		seen: `${lastLine(before)}${BEHIND_WORD.exec(after)?.[0] ?? /^\S?/.exec(after)?.[0] ?? ''}`,
		expressions: places[found]?.written ?? '',
	};
}

/** The values that expressions have brought to a text. */
interface Brought {
	/** The words in front of it. */
	before: string;
	brought: string;
}

/**
 * The value of each expression of a text, as far as the words between them show it.
 * @param written the text with its expressions
 * @param text n8n's result
 */
export function broughtIn(written: string, text: string): Brought[] {
	const [first = '', ...rest] = parsed(written).literals;
	const brought: Brought[] = [];
	let before = first;
	let start = first.length;
	for (const [place, after] of rest.entries()) {
		const end = place === rest.length - 1 ? text.length - after.length : text.indexOf(after, start);
		if (end < start) return brought;
		brought.push({ before, brought: text.slice(start, end) });
		before = after;
		start = end + after.length;
	}
	return brought;
}
