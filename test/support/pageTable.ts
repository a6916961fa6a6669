import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from '@jest/globals';

const ROOT = join(__dirname, '../..');

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The first table of a page whose head begins like this, as it is written there. */
function tableIn(page: string, head: string): string {
	const at = `\n${page}`.indexOf(`\n${head}`);
	return at === -1 ? '' : (/^(?:\|.*(?:\n|$))+/.exec(page.slice(at))?.[0] ?? '').trimEnd();
}

/** The cells of each row of a table, without its head. */
export const cellsOf = (table: string): string[][] =>
	table
		.split('\n')
		.slice(2)
		.map((line) =>
			line
				.split(/(?<!\\)\|/)
				.slice(1, -1)
				.map((cell) => cell.trim().replaceAll('\\|', '|')),
		);

/** The rows of a table of a page. @param head how its first line begins, such as `| Resource |` */
export const rowsOf = (path: string, head: string): string[][] => cellsOf(tableIn(read(path), head));

/** A row of a table; an empty cell is one blank wide. */
export const rowWith = (cells: string[]): string => `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ');

/** Checks that a page has a table as it is made. `npm run docs` writes it. @param path of the page, below the root */
export function expectTable(path: string, table: string): void {
	const head = /^\|[^|]*\|(?:[^|]*\|)?/.exec(table)?.[0] ?? '';
	const page = read(path);
	const written = tableIn(page, head);
	if (process.env.WRITE_DOCS && written !== '')
		writeFileSync(
			join(ROOT, path),
			page.replace(written, () => table),
		);
	expect(tableIn(read(path), head)).toBe(table);
}
