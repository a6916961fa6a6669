import { describe, it } from '@jest/globals';

import { expectTable, rowsOf, rowWith } from '../../support/pageTable';

const HEADS = ['Work', 'Measured', 'Ours', 'HTTP Request'];

/** The text before the note in brackets, as in "57,390 ms (HTTP Request)". */
const figureOf = (cell = ''): string => cell.replace(/ \(.*/, '');

/** A row of README with the figures of the benchmark. */
function withFigures([work = '', measured = '']: string[]): string[] {
	const found = rowsOf('docs/benchmark.md', '| Work |').find(
		(row) => row[0] === work && row[1] === measured && row[3]?.includes('(HTTP Request'),
	);
	if (!found) throw new Error(`docs/benchmark.md has no ${measured} of ${work} beside HTTP Request`);
	return [work, measured, figureOf(found[2]), figureOf(found[3])];
}

describe('the figures of README', () => {
	it('are those of the last benchmark; `npm run docs` writes them', () => {
		const rows = rowsOf('README.md', '| Work | Measured |').map(withFigures);
		expectTable('README.md', [rowWith(HEADS), `|${'---|'.repeat(HEADS.length)}`, ...rows.map(rowWith)].join('\n'));
	});
});
