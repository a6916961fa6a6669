import { describe, expect, it } from '@jest/globals';

import { commentsIn, exportedFunctionsIn } from '../support/comments';
import { BANNED } from '../support/plainEnglish';

const CODE = ['nodes', 'credentials', 'sandbox', 'demo', 'scripts', 'bench'];
const COMMENTS = commentsIn(CODE);

const DOCUMENTED = ['nodes', 'credentials', 'sandbox', 'demo'];
const FUNCTIONS = exportedFunctionsIn(DOCUMENTED);

describe('comments in the code', () => {
	it('are in plain English, like the texts for users', () => {
		const found = COMMENTS.flatMap(({ place, text }) =>
			BANNED.flatMap(([pattern, write]) => {
				const [phrase] = pattern.exec(text) ?? [];
				return phrase === undefined ? [] : [`${place}: "${phrase}" in "${text}". Write ${write}.`];
			}),
		);
		expect(found).toEqual([]);
	});

	it('are found, in one line and in several', () => {
		expect(COMMENTS.length).toBeGreaterThan(1_000);
		expect(COMMENTS.map(({ text }) => text)).toContain(
			"The safety table, by class of method and failure. @param standing the vendor's own classification of a refusal, if it has one",
		);
	});
});

describe('exported functions', () => {
	it('each have a docstring', () => {
		expect(FUNCTIONS.filter(({ hasDocstring }) => !hasDocstring).map(({ place }) => place)).toEqual([]);
	});

	it('are found', () => {
		expect(FUNCTIONS.length).toBeGreaterThan(500);
	});
});
