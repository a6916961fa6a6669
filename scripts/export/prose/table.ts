import type { Subject } from './sentences';

const cellsOf = (row: string): string[] =>
	row
		.trim()
		.replace(/^\||\|$/g, '')
		.split(/(?<!\\)\|/)
		.map((cell) => cell.trim());

const rowOf = (cells: string[]): string => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');

/** Columns whose head is about another vendor. */
function withoutForeignColumns(rows: string[], { isForeign }: Subject): string[] {
	const heads = cellsOf(rows[0] ?? '');
	const isKept = heads.map((head) => !isForeign(head));
	if (isKept.every(Boolean)) return rows;
	return rows.map((row, at) => {
		const cells = cellsOf(row).filter((_, place) => isKept[place] ?? true);
		return at === 1 ? `|${cells.join('|')}|` : rowOf(cells);
	});
}

/**
 * A table without the rows and columns about another vendor. An empty first cell goes on with the one above it.
 * @returns no lines when no row is left
 */
export function focusTable(lines: string[], subject: Subject): string[] {
	if (subject.isForeign(cellsOf(lines[0] ?? '')[0] ?? '')) return [];
	const [heads = '', rule = '', ...rows] = withoutForeignColumns(lines, subject);
	let label = '';
	let shown = '';
	const kept = rows.flatMap((row) => {
		const [first = '', ...rest] = cellsOf(row);
		label = first || label;
		if (subject.isForeign(row) || (first === '' && subject.isForeign(label))) return [];
		if (first !== '' || shown === label) {
			shown = label;
			return [row];
		}
		shown = label;
		return [rowOf([label, ...rest])];
	});
	return kept.length > 0 ? [heads, rule, ...kept] : [];
}
