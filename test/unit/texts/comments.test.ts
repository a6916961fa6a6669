import { describe, expect, it } from '@jest/globals';

import { commentsIn, exportedFunctionsIn } from '../support/comments';
import { bannedIn } from '../support/plainEnglish';
import { REPOSITORY } from '../support/sources';
import { titlesIn } from '../support/titles';

const CODE = ['nodes', 'credentials', 'sandbox', 'demo', 'scripts', 'bench', 'test'];
const COMMENTS = commentsIn([REPOSITORY, ...CODE]);

const DOCUMENTED = ['nodes', 'credentials', 'sandbox', 'demo'];
const FUNCTIONS = exportedFunctionsIn(DOCUMENTED);

const TITLES = titlesIn(['test']);

describe('comments in the code', () => {
	it('are in plain English, like the texts for users', () => {
		expect(bannedIn(COMMENTS)).toEqual([]);
	});

	it('are found, in one line and in several', () => {
		expect(COMMENTS.length).toBeGreaterThan(1_000);
		expect(COMMENTS.map(({ text }) => text)).toContain(
			"The safety table, by class of method and failure. @param classification the vendor's own classification of a refusal, if it has one",
		);
	});
});

describe('titles of tests', () => {
	it('are in plain English, like the texts for users', () => {
		expect(bannedIn(TITLES)).toEqual([]);
	});

	it('are found, also behind a table of values', () => {
		expect(TITLES.length).toBeGreaterThan(1_000);
		expect(TITLES.map(({ text }) => text)).toEqual(
			expect.arrayContaining(['titles of tests', 'reads %j as yes', '%p is shown as %s']),
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
