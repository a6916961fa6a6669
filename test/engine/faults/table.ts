import { HEADINGS } from './faults';
import type { RowFound } from './parts';
import type { Word } from './verdict';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** In this order in a cell. */
const ORDER: Word[] = ['done', 'read', 'as it came', 'started', 'perhaps', 'unknown', 'not done', 'not read'];

/** The fault hits one of the two items of a run. Only this item counts. */
function ofThoseHit(words: Word[]): Word[] {
	const hit = words.filter((word) => word !== 'done' && word !== 'read');
	return hit.length > 0 ? hit : words;
}

const cellOf = ({ words }: RowFound, heading: string): string => {
	const own = new Set(words.flatMap(([of, some]) => (of === heading ? ofThoseHit(some) : [])));
	return ORDER.filter((word) => own.has(word)).join(', ');
};

/** As Markdown, a line for each operation. */
export const tableOf = (rows: readonly RowFound[]): string =>
	[
		line(['Operation', ...HEADINGS, 'Runs', 'Wrong']),
		line(['---', ...HEADINGS.map(() => '---'), '---:', '---:']),
		...rows.map((row) =>
			line([row.name, ...HEADINGS.map((heading) => cellOf(row, heading)), String(row.runs), String(row.wrong)]),
		),
	].join('\n');
