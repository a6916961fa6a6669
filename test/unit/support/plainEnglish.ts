import type { TextOfCode } from './sources';

/** Phrases over which a reader with little English stumbles, and a better way to write each. */
const BANNED: ReadonlyArray<readonly [pattern: RegExp, write: string]> = [
	[/(?<!\b(?:there|There) )\b(?:is|are) no (?!longer\b|more\b)/, '"X" must be a date (got "y")'],
	[
		/\bwhat (?:is|was|are|were|has|had|it|they|this|becomes?|became|comes?|came|goes|stands?)\b/i,
		'the noun: "fields that are empty"',
	],
	[/\b(?:who|what|which|how)ever\b/i, '"all", "any", or the noun'],
	// "Contacts nobody." is short, and a model understands it.
	[
		/(?<!\b(?:contacts|calls|rings|texts|writes to|adds|invites) )\bnobody\b/i,
		'"no person", "does not contact anyone"',
	],
	[/\b(?:of|to|for|by|with|from|contact|call|text|reach) whom?\b/i, 'the noun: "persons who have opted out"'],
	[/\bof which\b(?! (?:only|the \w+))/i, 'a sentence of its own'],
	[/\bwhich (?:stands?|names|may stand)\b/i, '"a placeholder"'],
	[/\bcame to pass\b|\bcome to pass\b/i, '"happened"'],
	[/\bat hand\b/i, '"missing", "available"'],
	[/\banew\b/i, '"again"'],
	[/\ball the same\b/i, '"anyway"'],
	[/(?<!\bby )\bhand(?:s|ed)? (?:out|over|in)\b/i, '"returns", "sends", "pass"'],
	[/\bput in order\b|\bin order to\b/i, '"correct", "to"'],
	[/\bmade of\b/i, '"has"'],
];

/** Each banned phrase in these texts, with its place and a better way to write it. */
export const bannedIn = (texts: readonly TextOfCode[]): string[] =>
	texts.flatMap(({ place, text }) =>
		BANNED.flatMap(([pattern, write]) => {
			const [phrase] = pattern.exec(text) ?? [];
			return phrase === undefined ? [] : [`${place}: "${phrase}" in "${text}". Write ${write}.`];
		}),
	);
