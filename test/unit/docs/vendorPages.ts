import { nameless } from '../../support/endpoints';

const cellsOf = (line: string): string[] =>
	line
		.split(/(?<!\\)\|/)
		.slice(1, -1)
		.map((cell) => cell.trim());

interface DocumentedEndpoint {
	endpoint: string;
	/** Its cells by the header of their column. */
	cells: Record<string, string>;
}

/** The endpoints in the first column of the page's tables; one comes as often as a table has it. */
export function endpointsOn(page: string): DocumentedEndpoint[] {
	let header: string[] = [];
	let before = '';
	return page.split('\n').flatMap((line) => {
		if (line.startsWith('|---')) header = cellsOf(before);
		before = line;
		const [first = '', ...others] = cellsOf(line);
		if (!line.startsWith('| `')) return [];
		const cells = Object.fromEntries(others.map((cell, index) => [header[index + 1] ?? '', cell]));
		return [...first.matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) \/[^`]*)`/g)].map(([, endpoint = '']) => ({
			endpoint: nameless(endpoint),
			cells,
		}));
	});
}

/** What the page calls its sources, in the order of its table. */
export const sourcesOn = (page: string): string[] => {
	const [, section = ''] = page.split('## Sources\n');
	const [table = ''] = /(?:^\|.*\n)+/m.exec(section) ?? [];
	return table
		.split('\n')
		.slice(2, -1)
		.map((line) => cellsOf(line)[0] ?? '');
};
