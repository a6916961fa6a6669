import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { vendorsIn } from '../../../demo/workflows';
import { EXAMPLE_FILES, purposeOf, triggersOf, type Example } from '../examples/example';

const PAGE = join(__dirname, '../../../docs/examples.md');

const HEADER = '| Example | What it does | Vendors | Starts |\n|---|---|---|---|\n';

/** Links in notes are words in bold, which a table of many would make restless. */
const plain = (text: string): string => text.replaceAll('**', '').replaceAll('|', '\\|');

const rowOf = (example: Example): string =>
	`| [${example.workflow.name}](../examples/${example.name}.json) | ${plain(purposeOf(example))} | ${vendorsIn(example.workflow).join(', ') || 'any'} | ${triggersOf(
		example,
	)
		.map(({ name }) => name)
		.join('; ')} |`;

it('docs/examples.md has all example workflows as they are; `npm run docs` writes it', () => {
	const page = readFileSync(PAGE, 'utf8');
	const table = `${HEADER}${EXAMPLE_FILES.map(rowOf).join('\n')}\n`;
	const written = /\| Example \|(?:.*\n)+/.exec(page)?.[0] ?? '';
	const rewritten = page.replace(written, () => table);
	if (process.env.WRITE_DOCS) writeFileSync(PAGE, rewritten);
	expect(readFileSync(PAGE, 'utf8')).toBe(rewritten);
});
