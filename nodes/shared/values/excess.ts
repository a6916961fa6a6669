/**
 * How deep objects and lists may be nested; real data is not nested deeper, and deeper data crashes programs that walk
 * through it.
 */
export const MOST_LEVELS = 100;

/**
 * How many values one JSON text may have, at any length: reading so many small ones, such as `{}` or different names,
 * blocks n8n for a second (measured with Node.js 24: 0.4 to 2 microseconds each), and a page of 100 rows has some
 * thousands.
 */
export const MOST_VALUES = 1_000_000;

/** Which limit a JSON value exceeds. */
export type Excess = 'tooDeep' | 'tooMany';

/** The byte of a quotation mark, as the other signs of JSON here. */
export const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const LIST = 0x5b;
const LIST_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;

/** The place of the closing quotation mark of a text, from its opening one. */
export function endOfText(json: string, begin: number): number {
	let at = begin + 1;
	for (; at < json.length && json.charCodeAt(at) !== QUOTE; at++) if (json.charCodeAt(at) === BACKSLASH) at += 1;
	return at;
}

/**
 * Which limit a JSON text exceeds, found before parsing, in one pass without memory. A text that is not JSON may have
 * any result.
 */
export function excessInText(json: string, mostLevels: number): Excess | undefined {
	let [levels, values] = [0, 1];
	for (let at = 0; at < json.length; at++) {
		const sign = json.charCodeAt(at);
		if (sign === QUOTE) at = endOfText(json, at);
		else if (sign === COMMA) values += 1;
		else if (sign === LIST_END || sign === OBJECT_END) levels -= 1;
		else if (sign === LIST || sign === OBJECT) {
			levels += 1;
			values += 1;
			if (levels > mostLevels) return 'tooDeep';
		}
		if (values > MOST_VALUES) return 'tooMany';
	}
	return undefined;
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Dates and the like have a text form of their own. */
const membersOf = (container: object): unknown[] => {
	if (Array.isArray(container)) return container;
	return 'toJSON' in container && typeof container.toJSON === 'function' ? [] : Object.values(container);
};

/**
 * The same for data in its JSON form: a value that occurs twice counts twice, and one that contains itself has no end.
 * Depth first, without recursion.
 */
export function excessIn(value: unknown, mostLevels: number): Excess | undefined {
	const found = [{ value, level: 1 }];
	let values = 1;
	for (let next = found.pop(); next; next = found.pop()) {
		const { value: container, level } = next;
		if (!isContainer(container)) continue;
		if (level > mostLevels) return 'tooDeep';
		const members = membersOf(container);
		values += members.length;
		if (values > MOST_VALUES) return 'tooMany';
		for (const member of members) if (isContainer(member)) found.push({ value: member, level: level + 1 });
	}
	return undefined;
}
