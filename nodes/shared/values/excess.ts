/** Objects and lists within one another; more than that is no data of people, and takes programs down that go through it. */
export const MOST_LEVELS = 100;

/**
 * Values of one JSON text, whatever its length: to read so many small ones, such as `{}` or names that differ, holds n8n up for a
 * second (measured with Node.js 24: 0.4 to 2 microseconds each), and a page of 100 rows has some thousands.
 */
export const MOST_VALUES = 1_000_000;

/** What JSON has too much of. */
export type Excess = 'tooDeep' | 'tooMany';

export const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const LIST = 0x5b;
const LIST_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;

/** The place of the quotation mark that ends a text, from the one that begins it. */
export function endOfText(json: string, begin: number): number {
	let at = begin + 1;
	for (; at < json.length && json.charCodeAt(at) !== QUOTE; at++) if (json.charCodeAt(at) === BACKSLASH) at += 1;
	return at;
}

/** What a JSON text has too much of, found before it is read, in one pass that keeps nothing. What is no JSON may be anything. */
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

/** Dates and the like are written by themselves. */
const membersOf = (container: object): unknown[] => {
	if (Array.isArray(container)) return container;
	return 'toJSON' in container && typeof container.toJSON === 'function' ? [] : Object.values(container);
};

/** The same for data, as it would be written: what is in it twice counts twice, and what holds itself has no end. Deep first, without calls within calls. */
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
