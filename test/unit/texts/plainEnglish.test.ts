import { describe, expect, it } from '@jest/globals';

import { BANNED } from '../support/plainEnglish';
import { userTexts, type UserText } from '../support/userTexts';

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
		expect(TEXTS.length).toBeGreaterThan(1_000);
		expect(TEXTS).toContainEqual({
			file: 'nodes/shared/values/reading/reading.ts',
			text: '"{}" must be {} (got "{}"){}',
		});
	});
});
