import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { panelsPage } from './panelsTable';

const PAGE = join(__dirname, '../../../docs/panels.md');

describe('docs/panels.md', () => {
	it('shows the present panels of all operations; `npm run docs` writes it', () => {
		const page = panelsPage();
		if (process.env.WRITE_DOCS) writeFileSync(PAGE, page);
		expect(readFileSync(PAGE, 'utf8')).toBe(page);
	});
});
