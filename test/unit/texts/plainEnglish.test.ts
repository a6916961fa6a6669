import { describe, expect, it } from '@jest/globals';

import { userTexts, type UserText } from '../support/userTexts';

/** What a reader with little English stumbles over, and what to write. */
const BANNED: Array<[pattern: RegExp, write: string]> = [
	[/(?<!\b(?:there|There) )\b(?:is|are) no (?!longer\b|more\b)/, '"X" must be a date (got "y")'],
	[/\bwhat (?:is|was|are|were|has|had|it|they|this|becomes?|became)\b/i, 'the noun: "fields that are empty"'],
	[/\b(?:who|what|which|how)ever\b/i, '"all", "any", or the noun'],
	// "Contacts nobody." is short, and a model understands it.
	[
		/(?<!\b(?:contacts|calls|rings|texts|writes to|adds|invites) )\bnobody\b/i,
		'"no person", "does not contact anyone"',
	],
	[/\b(?:of|to|for|by|with|from|contact|call|text|reach) whom?\b/i, 'the noun: "persons who have opted out"'],
	[/\bof which\b/i, 'a sentence of its own'],
	[/\bwhich (?:stands?|names|may stand)\b/i, '"a placeholder"'],
	[/\bcame to pass\b|\bcome to pass\b/i, '"happened"'],
	[/\bat hand\b/i, '"missing", "available"'],
	[/\banew\b/i, '"again"'],
	[/\ball the same\b/i, '"anyway"'],
	[/\bhand(?:s|ed)? (?:out|over)\b/i, '"returns", "sends", "pass"'],
	[/\bput in order\b|\bin order to\b/i, '"correct", "to"'],
	[/\bmade of\b/i, '"has"'],
];

const inWords = ({ file, text }: UserText, [pattern, write]: (typeof BANNED)[number]): string =>
	`${file}: "${pattern.exec(text)?.[0]}" in "${text}". Write ${write}.`;

const TEXTS = userTexts();

const found = TEXTS.flatMap((text) =>
	BANNED.filter(([pattern]) => pattern.test(text.text)).map((banned) => inWords(text, banned)),
);

describe('texts for users', () => {
	it('of all vendors are in plain English: no relative clause where a noun belongs, no inverted order', () => {
		expect(found).toEqual([]);
	});

	it('are found, also those with values in them', () => {
		expect(TEXTS.length).toBeGreaterThan(1_500);
		expect(TEXTS).toContainEqual({
			file: 'nodes/shared/values/reading/reading.ts',
			text: '"{}" must be {} (got "{}"){}',
		});
	});
});
