import { describe, it } from '@jest/globals';

import { peopleColumns } from '../../../nodes/Kakiyo/input/columns';
import { caseColumns, clientColumns } from '../../../nodes/Kayse/records/columns';
import { legalCase } from '../../../nodes/Kayse/records/case';
import { client } from '../../../nodes/Kayse/records/client';
import { labelOfField, type RecordKind } from '../../../nodes/Kayse/records/record';
import { parsedColumns, type KnownColumns } from '../../../nodes/shared/values/knownColumns';
import { expectTable, rowWith } from '../../support/pageTable';

/** As in "`full_name`, else `first_name` + `last_name`". */
const inWords = (text = ''): string =>
	parsedColumns(text)
		.map((rank) => rank.map((names) => names.map((name) => `\`${name}\``).join(' + ')).join(' or '))
		.join(', else ');

const tableOf = (heads: string[], rows: string[][]): string =>
	[rowWith(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(rowWith)].join('\n');

const recordTable = (kind: RecordKind, { exports }: KnownColumns): string =>
	tableOf(
		['Export of', `Columns for a ${kind.singular}`],
		exports.map(({ program, columns }) => [
			program,
			Object.entries(columns)
				.map(([name, text]) => `${labelOfField(kind, name)}: ${inWords(text)}`)
				.join('; '),
		]),
	);

const people = tableOf(
	['Export of', 'Name', 'LinkedIn profile'],
	peopleColumns.exports.map(({ program, columns }) => [program, inWords(columns.name), inWords(columns.url)]),
);

describe('the columns that Map Automatically knows', () => {
	it.each([
		['docs/kakiyo.md', people],
		['docs/kayse.md', recordTable(client, clientColumns)],
		['docs/kayse.md', recordTable(legalCase, caseColumns)],
	])('stand in %s as they are; `npm run docs` writes them', (page, table) => expectTable(page, table));
});
