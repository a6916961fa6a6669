import { codesIn, endpointsIn, tablesOf, type Row, type Table } from '../../support/vendorPage';

/** From and to, both included; undefined where there is none. */
export interface Range {
	min: number | undefined;
	max: number | undefined;
}

/** What a page says of one member of a body or query. */
export interface DocumentedParameter {
	endpoints: string[];
	/** As on the wire, without the brackets of lists. */
	name: string;
	values: string[];
	/** What the values mean, in the page's words, where it says so. */
	meanings: ReadonlyMap<string, string>;
	/** Empty where there is none. */
	standard: string[];
	range: Range;
	isInCharacters: boolean;
}

const number = (text: string | undefined): number | undefined =>
	text === undefined ? undefined : Number(text.replace(/,/g, ''));

const NUMBER = String.raw`(-?\d[\d,.]*)`;

/** Of a cell such as "0 to 100", "at least 3 characters", "exactly 2 characters" or "100". */
export function rangeIn(cell = ''): Range {
	const find = (pattern: string) => new RegExp(`^${pattern.replace(/N/g, NUMBER)}(?![\\d])`).exec(cell);
	const [, from, to] = find('N to N') ?? [];
	if (from !== undefined) return { min: number(from), max: number(to) };
	const [, least] = find('at least N') ?? [];
	if (least !== undefined) return { min: number(least), max: undefined };
	const [, exact] = find('exactly N') ?? [];
	if (exact !== undefined) return { min: number(exact), max: number(exact) };
	const [, most] = find('(?:at most )?N') ?? [];
	return { min: undefined, max: number(most) };
}

/** `workingHours.start`, `.end` are two of the same parent. */
function namesIn(cell: string | undefined): string[] {
	let parent = '';
	return codesIn(cell).map((code) => {
		const name = (code.startsWith('.') ? parent + code : code).replace(/\[\]/g, '');
		parent = name.replace(/\.[^.]+$/, '');
		return name;
	});
}

/** A number or a text in backticks; of several parameters in one row, each has its own. */
function standardIn(cell: string | undefined, place: number, count: number): string[] {
	const codes = codesIn(cell);
	if (codes.length > 0) return count > 1 ? [codes[place] ?? ''] : codes;
	const [, value] = /^(-?\d[\d.]*|true|false)\b/.exec(cell ?? '') ?? [];
	return value === undefined ? [] : [value];
}

/** Of a cell such as "`0` not started, `1` invitation sent". */
const meaningsIn = (cell = ''): Map<string, string> =>
	new Map(
		[...cell.matchAll(/`([^`]+)` ([a-z][a-z ]*[a-z])(?= \(|,|$)/g)].map(([, value = '', words = '']) => [value, words]),
	);

function parametersOf({ columns, rows }: Table, ofSection: string[], standard: string): DocumentedParameter[] {
	let endpoints = ofSection;
	return rows.flatMap((row: Row) => {
		if (row.Endpoint === '(answers)') return [];
		if (row.Endpoint) endpoints = endpointsIn(row.Endpoint);
		const names = namesIn(row.Parameter);
		return names.map((name, place) => ({
			endpoints: columns.includes('Endpoint') ? endpoints : ofSection,
			name,
			values: codesIn(row.Values),
			meanings: meaningsIn(row.Values),
			standard: standardIn(row[standard], place, names.length),
			range: rangeIn(row.Limit),
			isInCharacters: /character/.test(row.Limit ?? ''),
		}));
	});
}

/** The endpoints of each table that has them, by section. */
const endpointsOf = (tables: Table[], section: string): string[] =>
	tables
		.filter((table) => table.section === section)
		.flatMap(({ rows }) => rows.flatMap((row) => endpointsIn(row.Endpoint)));

const OF_THE_NODE = 'Starts with';

/** What the vendor's documents say of parameters, and what its page says that the node has besides or otherwise. */
export function parametersIn(vendor: string): Record<'documented' | 'ofNode', DocumentedParameter[]> {
	const tables = tablesOf(vendor);
	const withParameters = tables.filter(({ columns }) => columns.includes('Parameter'));
	const read = (ofNode: boolean) =>
		withParameters
			.filter(({ columns }) => columns.includes(OF_THE_NODE) === ofNode)
			.flatMap((table) =>
				parametersOf(table, [...new Set(endpointsOf(tables, table.section))], ofNode ? OF_THE_NODE : 'Default'),
			);
	return { documented: read(false), ofNode: read(true) };
}
