import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { nameless } from './endpoints';

/** A row of a table, its cells by the names of their columns. */
export type Row = Record<string, string>;

export interface Table {
	/** The heading of the second level above it. */
	section: string;
	columns: string[];
	rows: Row[];
}

/** A bar after a backslash is text of its cell. */
const cellsOf = (line: string): string[] =>
	line
		.replace(/^\||\|\s*$/g, '')
		.split(/(?<!\\)\|/)
		.map((cell) => cell.trim());

const isRule = (line: string | undefined): boolean => /^\|(?:\s*-+\s*\|)+\s*$/.test(line ?? '');

/** A vendor's page in docs/vendors. @param vendor name of its file */
export const proseOf = (vendor: string): string =>
	readFileSync(join(__dirname, `../../docs/vendors/${vendor}.md`), 'utf8');

/** The tables of a page. */
function tablesIn(page: string): Table[] {
	const lines = page.split('\n');
	const tables: Table[] = [];
	let section = '';
	for (const [at, line] of lines.entries()) {
		section = /^## (.+)$/.exec(line)?.[1] ?? section;
		if (!line.startsWith('|') || !isRule(lines[at + 1])) continue;
		const columns = cellsOf(line);
		const after = lines.slice(at + 2);
		const end = after.findIndex((next) => !next.startsWith('|'));
		const rows = after
			.slice(0, end === -1 ? undefined : end)
			.map((row) => Object.fromEntries(cellsOf(row).map((cell, place) => [columns[place] ?? '', cell])));
		tables.push({ section, columns, rows });
	}
	return tables;
}

/** The tables of a vendor's page. */
export const tablesOf = (vendor: string): Table[] => tablesIn(proseOf(vendor));

/** What a cell has between backticks. */
export const codesIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

const ENDPOINT = /^(?:GET|POST|PUT|PATCH|DELETE) \//;

/** The endpoints that a cell names. */
export const endpointsIn = (cell: string | undefined): string[] =>
	codesIn(cell)
		.filter((code) => ENDPOINT.test(code))
		.map(nameless);

/** KAIRO's page has endpoints that its API does not have. */
export const OF_SANDBOX = 'Made up in the sandbox';

/** Every endpoint that a page's tables have in their first column. @param without a section that does not count */
export const documentedEndpoints = (vendor: string, without?: string): string[] => [
	...new Set(
		tablesOf(vendor)
			.filter(({ section }) => section !== without)
			.flatMap(({ columns: [first = ''], rows }) => rows.flatMap((row) => endpointsIn(row[first]))),
	),
];

/** Every row of a page's tables for each endpoint in its first column; one comes as often as a table has it. */
export const endpointRows = (page: string): Array<{ endpoint: string; cells: Row }> =>
	tablesIn(page).flatMap(({ columns: [first = ''], rows }) =>
		rows.flatMap((cells) => endpointsIn(cells[first]).map((endpoint) => ({ endpoint, cells }))),
	);

/** What the page calls its sources, in the order of its table. */
export function sourcesOn(page: string): string[] {
	const table = tablesIn(page).find(({ section }) => section === 'Sources');
	return (table?.rows ?? []).map((row) => row[table?.columns[0] ?? ''] ?? '');
}
