import { unevaluatedIn } from '../unevaluated';
import { BEFORE_NAME } from './greeting';

const word = (pattern: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`, 'u');

/**
 * Words that only programs write, also joined to other words, as in "undefinedundefined". "Undefinedness" is English.
 */
const UNMISTAKABLE = [
	word('[Uu][Nn][Dd][Ee][Ff][Ii][Nn][Ee][Dd]'),
	/undefined(?![a-z])|undefined(?=undefined|null|nan)/,
	/\[object [A-Z]\w*\]|\[Object: null prototype\]/,
];

/** Words that only programs write, as whole words. "Null" is a name, "null and void" is law, "Nan" is a grandmother. */
const WORDS = [
	word('NaN|NAN|null(?! and void)|NULL(?! AND VOID)|(?:null|NaN){2,}'),
	word('Invalid [Dd]ate(?:Time)?'),
	// In an address, it may be two folders.
	/(?<![\p{L}\p{N}/])#?n ?\/ ?a(?![\p{L}\p{N}/])/iu,
	/#(?:REF!|VALUE!|NAME\?|NULL!|NUM!|DIV\/0!|SPILL!|CALC!|WERT!|BEZUG!|ZAHL!|NV\b)/,
];

/** Words that are English as well. In the place of a name, they are none. */
const NO_NAMES = new Set(['None', 'NONE', 'none', 'nan', 'Unknown', 'UNKNOWN', 'unknown']);

/** The word in the place of a name: before it, or between commas. */
const NAMES = [
	new RegExp(String.raw`${BEFORE_NAME}(\p{L}+)(?![\p{L}\p{N}]| of )`, 'giu'),
	/(?:^|,)[^\S\r\n\u2028\u2029]*(None|nan)(?=[^\S\r\n]*,)/gmu,
];

/** An answer instead of a name. "Hello true believers" has none. */
const ANSWER_AS_NAME = new RegExp(String.raw`${BEFORE_NAME}(?:true|false)(?=[^\S\r\n]*(?:[,.!?;:"'”’»)\]]|$))`, 'imu');

/** As a person sees it: without zero-width characters, in the common form of each letter. */
const seen = (text: string): string => text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '').normalize('NFKC');

const firstOf = (patterns: RegExp[], text: string): string | undefined =>
	patterns.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);

/** A program's word for a missing value in a text, which no person writes; undefined when there is none. */
export const certainMissingValueIn = (text: string): string | undefined =>
	unevaluatedIn(text) ?? firstOf(UNMISTAKABLE, seen(text));

/** The sign of a missing value in a text to a person, such as the "undefined" of "Hi undefined". */
export function missingValueIn(text: string): string | undefined {
	const visible = seen(text);
	const names = NAMES.flatMap((pattern) => [...visible.matchAll(pattern)].map(([, name = '']) => name));
	return (
		unevaluatedIn(visible) ??
		firstOf([...UNMISTAKABLE, ...WORDS, ANSWER_AS_NAME], visible) ??
		names.find((name) => NO_NAMES.has(name))
	);
}
