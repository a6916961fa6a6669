import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { VENDORS } from '../../support/vendors';
import { operationsOf, operationsTable } from './operationsTable';
import { proseOf } from '../../support/vendorPage';

const README = join(__dirname, '../../../README.md');

/** The table of operations under a heading. */
const tableUnder = (readme: string, heading: string): string => {
	const [, section = ''] = readme.split(`\n## ${heading}\n`);
	const [, table = ''] = /\n(\| Resource \|(?:.|\n)*?)\n\n/.exec(section) ?? [];
	return table;
};

describe('the README', () => {
	it.each(VENDORS)('has the present table of the operations of $name; `npm run docs` writes it', (vendor) => {
		const table = operationsTable(operationsOf(vendor.node(), vendor.folder), proseOf(vendor.page));
		const readme = readFileSync(README, 'utf8');
		const written = tableUnder(readme, vendor.name);
		const section = readme.indexOf(`\n## ${vendor.name}\n`);
		const rewritten = readme.slice(0, section) + readme.slice(section).replace(written, () => table);
		if (process.env.WRITE_DOCS) writeFileSync(README, rewritten);
		expect(tableUnder(readFileSync(README, 'utf8'), vendor.name)).toBe(table);
	});
});
