import { describe, expect, it } from '@jest/globals';

import { paragraphsOfPages } from '../support/pages';
import { bannedIn } from '../support/plainEnglish';

const PARAGRAPHS = paragraphsOfPages();

describe('pages of the documentation', () => {
	it('are in plain English, like the texts for users', () => {
		expect(bannedIn(PARAGRAPHS)).toEqual([]);
	});

	it('are found: paragraphs of several lines, entries of lists, rows of tables', () => {
		expect(PARAGRAPHS.length).toBeGreaterThan(300);
		expect(PARAGRAPHS.map(({ text }) => text)).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^This page is for people who change the code\./),
				expect.stringMatching(/^1\. \*\*Entry point\*\*/),
				expect.stringMatching(/^\| account \| the owner of an API key/),
				expect.stringMatching(/The result is a complete list or an error\.$/),
			]),
		);
	});
});
