import { describe, expect, it } from '@jest/globals';

import { namesAnothersOperation } from '../../../scripts/export/operations';
import {
	pointsNowhere,
	withoutMissingTests,
	withoutPictures,
	type Contents,
} from '../../../scripts/export/prose/mentions';
import { focusPage } from '../../../scripts/export/prose/page';
import { vendorSpelled } from '../../../scripts/export/vendors';

const subject = {
	isForeign: (text: string): boolean => /acme/i.test(text),
	isOwn: (text: string): boolean => /bolt/i.test(text),
};

const focused = (page: string): string => focusPage(page, subject).trim();

describe('a page for one vendor', () => {
	it.each([
		[
			'a section about another, with those below it',
			'# A\n\n## Acme\n\nx\n\n### Keys\n\ny\n\n## Bolt\n\nz',
			'# A\n\n## Bolt\n\nz',
		],
		['a paragraph that begins with another', 'Acme is slow. It has a limit.', ''],
		['... up to where the own one comes', 'Acme: 60. Per minute. Bolt: 500 an hour.', 'Bolt: 500 an hour.'],
		[
			'a sentence in the middle, and what goes on about it',
			'All wait. Acme for long. It says so. Stop ends it.',
			'All wait. Stop ends it.',
		],
		['an item of a list', '- one\n- Acme does it\n- two', '- one\n- two'],
		['a list after a sentence that is gone', 'In Acme:\n\n1. Open it.\n2. Save.\n\nThen go on.', 'Then go on.'],
		['a line of commands', '```bash\nnpm run acme\nnpm test\n```', '```bash\nnpm test\n```'],
		['a column', '| A | Acme | Bolt |\n|---|---|---|\n| x | 1 | 2 |', '| A | Bolt |\n|---|---|\n| x | 2 |'],
		['a table whose rows are all gone', 'Text.\n\n| A | B |\n|---|---|\n| Acme | 1 |', 'Text.'],
	])('has no %s', (_, page, left) => {
		expect(focused(page)).toBe(left);
	});

	it('names the group again when its first row is gone', () => {
		expect(focused('| A | B |\n|---|---|\n| Call | Acme |\n| | Get |')).toBe('| A | B |\n|---|---|\n| Call | Get |');
	});

	it('keeps a sentence that is quoted in another', () => {
		expect(focused('Acme. Bolt says: "Two are done. Three wait."')).toBe('Bolt says: "Two are done. Three wait."');
	});

	it('has no pictures, as an export has texts only', () => {
		const picture = '<picture>\n  <source srcset="docs/a-dark.png">\n  <img src="docs/a-light.png">\n</picture>\n\n';
		expect(withoutPictures(`# A\n\n${picture}Bolt.\n\n${picture}## B\n`)).toBe('# A\n\nBolt.\n\n## B\n');
	});

	it('stays unchanged if it names no vendor', () => {
		const page = '# A\n\nOne. Two.\n\n| A | B |\n|---|---|\n| x | |\n';
		expect(focusPage(page, subject)).toBe(page);
	});
});

describe('the links of a page', () => {
	const contents: Contents = {
		isThere: (path) => ['docs', 'docs/lists.md', 'test/a.test.ts'].includes(path),
		textOf: (path) => (path === 'test/a.test.ts' ? `it('is there')` : ''),
		scripts: ['docs'],
	};

	it.each([
		['[a](lists.md#costs)', false],
		['[a](calls.md)', true],
		['[a](https://example.com/calls.md), [b](#calls)', false],
		['`nodes/shared/a.ts`', true],
		['`npm run docs`', false],
		['`npm run bench`', true],
	])('%s', (text, isNowhere) => {
		expect(pointsNowhere('docs/results.md', contents)(text)).toBe(isNowhere);
	});

	it.each([
		['| x | `test/a.test.ts` › *is there* |', '| x | `test/a.test.ts` › *is there* |'],
		['| x | `test/a.test.ts` › *is there*; *is gone* |', '| x | `test/a.test.ts` › *is there* |'],
		['| x | `test/b.test.ts` › *is there*; `test/a.test.ts` |', '| x | `test/a.test.ts` |'],
		['| x | `test/b.test.ts` |', '| x | elsewhere |'],
	])('of tests: %s', (row, left) => {
		expect(withoutMissingTests(row, contents, 'elsewhere')).toBe(left);
	});

	it('belong to another vendor if only that one has the resource', () => {
		const head = '| Resource | Operation |\n|---|---|\n';
		const pages = new Map([
			['kakiyo', `# Kakiyo\n\n${head}| Agent | Get |\n`],
			['kayse', `# Kayse\n\n${head}| Case | Get |\n| Agent | Get |\n`],
		]);
		const names = namesAnothersOperation(vendorSpelled('kakiyo'), pages);
		expect(['*Case > Get*', '*Agent > Get*', '*Options > Max Wait*'].map(names)).toEqual([true, false, false]);
	});
});
